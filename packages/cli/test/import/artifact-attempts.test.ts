import { describe, expect, test } from '@jest/globals'
import type { PastRun } from '@testwarden/platform/artifacts/past-runs'
import type { ListedArtifact } from '@testwarden/platform/artifacts/run-api'
import { splitAttempts } from '../../src/import/artifact-attempts.js'

const RUN: PastRun = {
  id: '7',
  workflow: 'CI',
  attempt: 1,
  sha: 'a'.repeat(40),
  createdAt: '2026-01-01T10:00:00Z',
  startedAt: '2026-01-01T10:00:00Z',
  conclusion: 'success',
}

const AGAIN = { startedAt: '2026-01-01T12:00:00Z' }

function artifact(id: number, madeAt: string | null, name = 'junit'): ListedArtifact {
  return { id, name, bytes: 10, isExpired: false, madeAt }
}

function split(run: Partial<PastRun>, ...artifacts: readonly ListedArtifact[]) {
  return splitAttempts({ ...RUN, ...run }, artifacts).map((part) => ({
    attempt: part.attempt,
    time: part.time,
    ids: part.artifacts.map(({ id }) => id),
    isWhole: part.isWhole,
    leftOut: part.leftOut,
  }))
}

const FIRST = artifact(1, '2026-01-01T10:30:00Z')
const SECOND = artifact(2, '2026-01-01T12:30:00Z')

describe('artifacts of a run', () => {
  test('that ran once are of that attempt, whenever they were made', () => {
    expect(split({}, artifact(1, null))).toEqual([
      { attempt: 1, time: '2026-01-01T10:00:00.000Z', ids: [1], isWhole: true, leftOut: [] },
    ])
  })

  test('that ran twice are told apart by when they were made', () => {
    expect(split({ ...AGAIN, attempt: 2 }, SECOND, FIRST)).toMatchObject([
      { attempt: 1, time: '2026-01-01T10:00:00.000Z', ids: [1], isWhole: false },
      { attempt: 2, time: '2026-01-01T12:00:00.000Z', ids: [2], isWhole: true },
    ])
  })

  test('that ran more often are of the newest attempt, or of none that anybody could name', () => {
    expect(split({ ...AGAIN, attempt: 3 }, SECOND, FIRST)).toMatchObject([
      {
        attempt: 3,
        ids: [2],
        leftOut: ['the artifact junit is left out: nobody says of which attempt it is'],
      },
    ])
  })

  test('of which nobody says when they were made are of no attempt that anybody could name', () => {
    expect(split({ ...AGAIN, attempt: 2 }, artifact(1, null))).toMatchObject([{ attempt: 2, ids: [] }])
  })

  test('whose jobs were cancelled may lack tests', () => {
    expect(split({ conclusion: 'cancelled' }, FIRST)).toMatchObject([{ isWhole: false }])
  })

  test('count once for each name, the newest of them', () => {
    expect(split({}, FIRST, artifact(5, null), artifact(3, null, 'lint'))).toMatchObject([
      { ids: [3, 5], leftOut: ['the artifact junit is left out: a newer one has the same name'] },
    ])
  })
})
