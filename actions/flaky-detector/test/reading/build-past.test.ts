import { describe, expect, test } from '@jest/globals'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { orderRecords } from '@testwarden/history/line/order-records'
import { encodeRun } from '@testwarden/history/tests/encode-run'
import { storiesOf } from '../../src/judging/stories.js'
import { buildPast } from '../../src/reading/build-past.js'
import { legOf, runOf } from '../kit.js'

type Outcomes = Readonly<Record<string, string>>

/** The record of one run. @param at number of its commit, in the order of the branch */
function record(
  at: number,
  outcomes: Outcomes,
  part: Partial<HistoryRecord> & { withheld?: string } = {},
): HistoryRecord {
  const cases = Object.keys(outcomes)
    .sort()
    .map((key) => ({ key, outcome: outcomes[key] ?? 'P', fingerprint: null, durationUs: null }))
  const { withheld = null, ...rest } = part
  return {
    schema: 'testwarden.record/1',
    key: { ...runOf().key, run: String(at) },
    testedSha: shaOf(at),
    tree: treeOf(at),
    branch: 'main',
    event: 'push',
    trust: 'default-branch',
    time: `2026-01-01T00:${String(at).padStart(2, '0')}:00Z`,
    machine: runOf().machine,
    body: encodeRun({ cases, isWhole: true, withheld }, []),
    ...rest,
  }
}

function shaOf(at: number): string {
  return String(at).padStart(40, '0')
}

function treeOf(at: number): string {
  return `a${String(at).padStart(39, '0')}`
}

/** Newest first, as git tells. */
function lineOf(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => shaOf(count - 1 - index))
}

function past(
  records: readonly HistoryRecord[],
  keys: readonly string[] = ['x'],
  count = 10,
): ReturnType<typeof buildPast>['past'] {
  const ordered = orderRecords(records, { ancestors: lineOf(count), isWhole: true })
  return buildPast({ records: ordered, keys, wanted: new Set(keys), baseSha: shaOf(count - 1), renames: [] }).past
}

/** As decisions see them. */
function cellsOf(built: ReturnType<typeof past>, key = 'x'): unknown {
  const { cells } = storiesOf(legOf({}, {}, { past: built })).storyOf(key)
  return cells.map(({ commit, failed, passed }) => [Number(commit), failed, passed])
}

describe('the story of a test', () => {
  test('has one cell for each commit of the line, in its order, whatever the order of the records', () => {
    const records = [record(2, { x: 'P' }), record(0, { x: 'P' }), record(1, { x: 'F' })]
    expect(cellsOf(past(records))).toEqual([
      [0, 0, 1],
      [1, 1, 0],
      [2, 0, 1],
    ])
  })

  test('counts a late re-run at its own commit', () => {
    const late = record(0, { x: 'P' }, { time: '2026-02-01T00:00:00Z', key: { ...runOf().key, run: '0', attempt: 2 } })
    expect(cellsOf(past([record(0, { x: 'F' }), record(1, { x: 'P' }), late]))).toEqual([
      [0, 1, 1],
      [1, 0, 1],
    ])
  })

  test('that passed and then failed for good on one tree has two cells: its surroundings changed', () => {
    const later = record(0, { x: 'F' }, { time: '2026-01-01T00:30:00Z', key: { ...runOf().key, run: '9' } })
    expect(cellsOf(past([record(0, { x: 'P' }), later]))).toEqual([
      [0, 0, 1],
      [0, 1, 0],
    ])
  })

  test('leaves out what was withheld, skipped or missing', () => {
    const records = [
      record(0, { x: 'P' }),
      record(1, { x: 'F' }, { withheld: 'mass-failure' }),
      record(2, { x: 'S' }),
      record(3, { y: 'P' }),
    ]
    expect(cellsOf(past(records))).toEqual([[0, 0, 1]])
  })

  test('has withheld commits again when three in a row were', () => {
    const records = [0, 1, 2, 3].map((at) =>
      record(at, { x: at === 0 ? 'P' : 'F' }, at === 0 ? {} : { withheld: 'mass-failure' }),
    )
    expect(cellsOf(past(records))).toEqual([
      [0, 0, 1],
      [1, 1, 0],
      [2, 1, 0],
      [3, 1, 0],
    ])
  })

  test('goes on under a new name when its file was renamed', () => {
    const [old, present] = ['tests/a.py\u001fx', 'tests/b.py\u001fx']
    const ordered = orderRecords([record(0, { [old]: 'F' }), record(1, { [old]: 'P' })], {
      ancestors: lineOf(3),
      isWhole: true,
    })
    const renames = [{ from: 'tests/a.py', to: 'tests/b.py' }]
    const built = buildPast({
      records: ordered,
      keys: [present],
      wanted: new Set([present]),
      baseSha: shaOf(2),
      renames,
    }).past
    expect(cellsOf(built, present)).toEqual([
      [0, 1, 0],
      [1, 0, 1],
    ])
    expect(built.roster).toMatchObject({ missingCount: 0, added: [] })
    expect(built.renamed).toEqual([{ from: old, to: present }])
  })
})

describe('runs outside the line', () => {
  const pull = { trust: 'pull-request' as const, pullRequest: 7 }

  test('count as contradictions only, never as failures', () => {
    const records = [record(0, { x: 'P' }), record(50, { x: 'F' }, pull), record(51, { x: 'FP' }, pull)]
    const built = past(records)
    expect(cellsOf(built)).toEqual([[0, 0, 1]])
    expect(built.contradictions).toEqual([
      { key: 'x', tree: treeOf(51), failed: 1, passed: 1, time: '2026-01-01T00:51:00Z', pullRequest: 7 },
    ])
  })

  test('contradict each other only on one tree, and with a pass after a failure', () => {
    const at = (minute: number, outcome: string): HistoryRecord =>
      record(minute, { x: outcome }, { ...pull, tree: treeOf(40), key: { ...runOf().key, run: String(minute) } })
    expect(past([at(50, 'F'), at(51, 'P')]).contradictions).toHaveLength(1)
    expect(past([at(50, 'P'), at(51, 'F')]).contradictions).toHaveLength(0)
    expect(past([at(50, 'F'), record(51, { x: 'P' }, pull)]).contradictions).toHaveLength(0)
  })

  test('include commits of the default branch that came after what is compared with', () => {
    const built = past([record(0, { x: 'P' }), record(12, { x: 'F' })])
    expect(built.commits.map(({ sha }) => Number(sha))).toEqual([0])
  })
})

test('where git knows nothing, the time of the records stands in for the order of commits', () => {
  const records = [record(1, { x: 'F' }), record(0, { x: 'P' })]
  expect(
    orderRecords(records, { ancestors: [], isWhole: false }).line.map(({ testedSha }) => Number(testedSha)),
  ).toEqual([0, 1])
})

test('the last whole run says which tests are missing and which are new', () => {
  const { roster } = past([record(0, { x: 'P', y: 'P' })], ['x', 'z'])
  expect(roster).toEqual({ sha: shaOf(0), tests: 2, missing: ['y'], missingCount: 1, added: ['z'] })
})

test('a test that failed in one of its last runs is known for it', () => {
  const records = [record(0, { x: 'P' }), record(1, { x: 'F' }), record(2, { x: 'P' }), record(3, { y: 'F' })]
  expect(past(records).usual).toEqual([
    { key: 'x', runs: 3, failedRuns: 1, failedLast: false },
    { key: 'y', runs: 1, failedRuns: 1, failedLast: true },
  ])
})
