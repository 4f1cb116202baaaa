import { expect, test } from '@jest/globals'
import type { Severity } from '@testwarden/core/model/severity'
import fc from 'fast-check'
import { lineTurn } from '../../src/freeze/line-turn.js'
import type { IncidentState } from '../../src/incident/incident.js'
import type { Subject } from '../../src/subject.js'
import { configOf } from '../kit.js'

type Standing = readonly [severity: Severity, state: IncidentState]

function turn(before: readonly Standing[], after: readonly Standing[], freeze = 'critical') {
  const incidents = (all: readonly Standing[]) => all.map(([severity, state]) => ({ incident: { severity, state } }))
  return lineTurn({
    known: { incidents: incidents(before), isWhole: true },
    plan: { incidents: incidents(after) },
    config: configOf({ freeze }),
  } as unknown as Subject)
}

test('the line stops with the first critical incident and goes on with the end of the last', () => {
  expect(turn([], [['critical', 'open']])).toBe('freeze')
  expect(turn([['high', 'open']], [['critical', 'acknowledged']])).toBe('freeze')
  expect(turn([['critical', 'open']], [['critical', 'resolved']])).toBe('thaw')
  expect(turn([['critical', 'resolved']], [['critical', 'open']])).toBe('freeze')
  expect(turn([['critical', 'open']], [['critical', 'acknowledged']])).toBeNull()
  const two: readonly Standing[] = [
    ['critical', 'open'],
    ['critical', 'open'],
  ]
  expect(
    turn(two, [
      ['critical', 'open'],
      ['critical', 'resolved'],
    ]),
  ).toBeNull()
  expect(turn([], [['high', 'open']])).toBeNull()
})

test('nothing turns where nobody stops it', () => {
  expect(turn([], [['critical', 'open']], 'never')).toBeNull()
})

test('what turns one way turns back the other', () => {
  const standing = fc.tuple(
    fc.constantFrom<Severity>('critical', 'high', 'medium', 'low'),
    fc.constantFrom<IncidentState>('open', 'acknowledged', 'resolved'),
  )
  const opposite = { freeze: 'thaw', thaw: 'freeze' } as const
  fc.assert(
    fc.property(fc.array(standing), fc.array(standing), (before, after) => {
      const there = turn(before, after)
      expect(turn(after, before)).toBe(there === null ? null : opposite[there])
    }),
  )
})
