import { describe, expect, test } from '@jest/globals'
import { policyNotes } from '../../src/policy/policy-notes.js'
import { handedOverTargets, recipientsOf } from '../../src/policy/recipients.js'
import type { Rotation } from '../../src/policy/rotation.js'
import { levelOf, policyOf } from './kit.js'

const NOW = '2026-01-12T12:00:00.000Z'

const rotation: Rotation = {
  name: 'on-call',
  members: ['ada', 'grace'],
  since: '2026-01-05',
  handover: 'weekly',
  handoverMs: 0,
  timeZone: 'UTC',
  absences: [],
}
const away = (who: string) => ({ who, from: '2026-01-10', to: '2026-01-20' })
const level = levelOf('dev', {
  involved: ['author'],
  people: ['linus', 'Grace'],
  teams: ['acme/core'],
  targets: ['chat', 'pager'],
  rotation: 'on-call',
  fallback: ['margaret', 'acme/core'],
})

describe('a level means', () => {
  test('its people and teams, each once, and the member on call', () => {
    expect(recipientsOf(policyOf({ rotations: [rotation] }), level, NOW)).toEqual({
      involved: ['author'],
      people: ['linus', 'Grace'],
      teams: ['acme/core'],
      targets: ['chat', 'pager'],
      notes: [],
    })
  })

  test('who stands in for the absent, and says so', () => {
    const rotations = [{ ...rotation, absences: [away('grace')] }]
    expect(recipientsOf(policyOf({ rotations }), level, NOW)).toMatchObject({
      people: ['linus', 'Grace', 'ada'],
      notes: ['ada stands in for grace.'],
    })
  })

  test('its fallback where the rotation has nobody, and says so', () => {
    const rotations = [{ ...rotation, absences: [away('grace'), away('ada')] }]
    expect(recipientsOf(policyOf({ rotations }), level, NOW)).toMatchObject({
      people: ['linus', 'Grace', 'margaret'],
      teams: ['acme/core'],
      notes: ['The rotation on-call has nobody who is there, so its fallback is told: margaret, acme/core.'],
    })
    const later = [{ ...rotation, since: '2026-02-01' }]
    expect(recipientsOf(policyOf({ rotations: later }), { ...level, fallback: [] }, NOW).notes).toEqual([
      'The rotation on-call begins only on 2026-02-01, and nobody is named instead.',
    ])
  })

  test('no target that was handed the incident at once', () => {
    const levels = [
      levelOf('dev', { targets: ['chat'] }),
      levelOf('lead', { targets: ['pager'], severities: ['high'] }),
    ]
    const policy = policyOf({ levels, handOver: ['pager'] })
    expect(recipientsOf(policy, level, NOW).targets).toEqual(['chat'])
    expect(handedOverTargets(policy, 'high')).toEqual(['pager'])
    expect(handedOverTargets(policy, 'low')).toEqual([])
  })
})

describe('notes', () => {
  test('say who is behind no level of the assumed policy', () => {
    expect(policyNotes(policyOf(), NOW).map(({ message }) => message)).toEqual([
      'Nobody says who is behind QA team, team lead, security team, so those levels reach only people who look at the issue.',
    ])
  })

  test('say which severities nobody is told of, and which rotations are of no use', () => {
    const rotations = [
      { ...rotation, absences: [away('ada'), away('grace')] },
      { ...rotation, name: 'spare' },
    ]
    const levels = [{ ...level, severities: ['critical', 'high'] as const }]
    expect(policyNotes(policyOf({ levels, rotations }), NOW).map(({ message }) => message)).toEqual([
      'Nobody is told of incidents that are medium or low: no level is for them.',
      'The rotation on-call has nobody from 2026-01-12 to 2026-01-20: all are absent. The level dev tells margaret, acme/core then.',
      'No level names the rotation spare.',
    ])
  })
})
