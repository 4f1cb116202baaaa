import { describe, expect, test } from '@jest/globals'
import type { EndedRun } from '@testwarden/core/model/github-event'
import type { ListedRun } from '@testwarden/core/model/github-observation'
import { badEndsBefore, concludedRuns, isOvertaken } from '../../src/standing/concluded-runs.js'
import { evidenceOf } from '../kit.js'

const KEY = `inc-${'a'.repeat(32)}`
const NOW = '2026-01-02T03:04:05.000Z'

function listed(id: string, conclusion: string | null, attempt = 1): ListedRun {
  const createdAt = '2026-01-01T00:00:00.000Z'
  return { id, attempt, event: 'push', headSha: id.padStart(40, '0'), conclusion, createdAt, updatedAt: createdAt }
}

function evidence(...runs: readonly ListedRun[]) {
  const result = { kind: 'runs', workflow: null, runs, isWhole: true } as const
  return evidenceOf({}, { observations: [{ requestId: 'workflow-runs', result }] })
}

function ended(run: string, conclusion: string, attempt = 1): EndedRun {
  const place = { workflow: 'CI', path: '.github/workflows/ci.yml', event: 'push', branch: 'main', isFork: false }
  return { ...place, run, attempt, conclusion, headSha: run.padStart(40, '0') }
}

const signsOf = (...args: Parameters<typeof concludedRuns>) =>
  concludedRuns(...args)?.map(({ run, record }) => [
    run,
    record.signals.length > 0 ? 'bad' : record.isWhole ? 'good' : '-',
  ])

describe('runs that ended', () => {
  test('are in the order in which they began, up to the one that the event tells of', () => {
    const runs = [listed('10', 'failure'), listed('9', 'success'), listed('100', 'success'), listed('8', 'cancelled')]
    expect(signsOf(evidence(...runs), { ended: ended('10', 'failure'), key: KEY })).toEqual([
      ['8', '-'],
      ['9', 'good'],
      ['10', 'bad'],
    ])
  })

  test('the event is ahead of a list that does not have the run yet, or has it running', () => {
    const question = { ended: ended('10', 'failure'), key: KEY }
    for (const runs of [[listed('9', 'failure')], [listed('10', null), listed('9', 'failure')]])
      expect(signsOf(evidence(...runs), question)).toEqual([
        ['9', 'bad'],
        ['10', 'bad'],
      ])
    expect(concludedRuns(evidence(), question)?.map(({ time }) => time)).toEqual([NOW])
  })

  test('nothing is known where GitHub was not asked', () => {
    expect(concludedRuns(evidenceOf(), { ended: ended('10', 'failure'), key: KEY })).toBeNull()
    expect(badEndsBefore(evidenceOf(), '10')).toBe(0)
  })
})

test('one is overtaken by a later one that says something, or by its own next attempt', () => {
  const run = ended('9', 'failure')
  expect(isOvertaken(evidence(listed('10', 'success')), run)).toBe(true)
  expect(isOvertaken(evidence(listed('10', null), listed('11', 'cancelled')), run)).toBe(false)
  expect(isOvertaken(evidence(listed('8', 'success')), run)).toBe(false)
  expect(isOvertaken(evidence(listed('9', null, 2)), run)).toBe(true)
  expect(isOvertaken(evidence(listed('9', 'failure')), run)).toBe(false)
})

test('bad ends in a row end at the last good one; those that say nothing are passed over', () => {
  const runs = [listed('5', 'failure'), listed('6', 'success'), listed('7', 'timed_out'), listed('8', 'cancelled')]
  expect(badEndsBefore(evidence(...runs, listed('9', 'failure')), '10')).toBe(2)
  expect(badEndsBefore(evidence(...runs, listed('9', 'failure')), '9')).toBe(1)
  expect(badEndsBefore(evidence(...runs), '6')).toBe(1)
})
