import { describe, expect, test } from '@jest/globals'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import type { Backtest } from '../../src/backtest/backtest.js'
import { backtestRecords } from '../../src/backtest/backtest-records.js'
import { configOf, withQuarantine } from '../kit.js'
import { again, recordOf, recordsOf, shaOf } from './kit.js'

const STRICT = { 'new-failures': '0' }
const NOBODY = configOf(STRICT)
const X_EXCUSED = withQuarantine(
  [{ test: 'x', reason: 'waits', owner: 'acme', since: '2026-01-01', expires: '2026-03-01' }],
  STRICT,
)

function replay(records: readonly HistoryRecord[], policies = [NOBODY, X_EXCUSED], runs = 1000): Backtest {
  return backtestRecords({ records, firstParents: [], policies, runs })
}

describe('a flake', () => {
  /** Two proofs, then a failure of one tree that passes when it is run again. */
  const records = recordsOf('PP[FP]PP[FP]PPFPP')
  const failure = records[8] as HistoryRecord
  const history = [...records, again(failure, { x: 'P', y: 'P' })]

  test('is excused by the policy that quarantines it, and by no other', () => {
    const { policies, failedRuns } = replay(history)
    expect(policies.map(({ flakes }) => flakes)).toEqual([
      { failures: 3, excused: 2, calledFlaky: 3 },
      { failures: 3, excused: 3, calledFlaky: 3 },
    ])
    expect(failedRuns).toBe(1)
  })

  test('that alone failed a run saves a rerun where it is excused', () => {
    expect(replay(history).policies.map(({ redRuns, rerunsSaved }) => [redRuns, rerunsSaved])).toEqual([
      [1, 0],
      [0, 1],
    ])
  })

  test('is nothing that anybody knows while its tree has not passed', () => {
    expect(replay(records).policies[1]?.undetermined).toEqual({ failures: 1, excused: 1, calledFlaky: 1 })
  })
})

describe('a regression', () => {
  test('that looks like the known flake at first is listed with its commit', () => {
    const { policies } = replay(recordsOf('PP[FP]PP[FP]PPFFFF'))
    expect(policies[1]?.regressions.failures).toBe(4)
    expect(policies[1]?.excusedRegressions.at(-1)).toMatchObject({ key: 'x', commit: shaOf(8), run: '8' })
    expect(policies[0]?.excusedRegressions).toEqual([])
  })

  test('is one as well when a commit mended it after three', () => {
    expect(replay(recordsOf('PPPFFFPP')).policies[0]?.regressions.failures).toBe(3)
  })

  test('of two commits is undetermined', () => {
    expect(replay(recordsOf('PPPFFPP')).policies[0]).toMatchObject({
      regressions: { failures: 0 },
      undetermined: { failures: 2 },
    })
  })
})

describe('a decision', () => {
  test('knows nothing of what came later', () => {
    const failing = { ...X_EXCUSED }
    // The proofs came after the failure, so nothing could be excused then.
    const { policies } = replay(recordsOf('PPFPP[FP]PP[FP]PP'), [failing])
    expect(policies[0]?.undetermined).toEqual({ failures: 1, excused: 0, calledFlaky: 0 })
  })

  test('knows what a pull request showed before, and not what it showed after', () => {
    const tree = 'c'.repeat(40)
    const pull = (run: string, hour: number, x: string): HistoryRecord =>
      recordOf(
        0,
        { x, y: 'P' },
        {
          key: { ...recordOf(0, {}).key, run },
          testedSha: run.padStart(40, 'd'),
          tree,
          trust: 'pull-request',
          time: new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000 + 1).toISOString(),
        },
      )
    const contradicted = (hour: number): Backtest =>
      replay([...recordsOf('PPPPPFPP'), pull('1', hour, 'F'), pull('2', hour + 0.1, 'P')])
    expect(contradicted(2).policies[1]?.undetermined.calledFlaky).toBe(1)
    expect(contradicted(6).policies[1]?.undetermined.calledFlaky).toBe(0)
  })

  test('goes by the order of git where it is known', () => {
    // Commit 2 was tested last of all: what was tested meanwhile is not its past.
    const records = recordsOf('PP[FP]PP').map((record, at) =>
      at === 2 ? { ...record, time: '2026-02-01T00:00:00Z' } : record,
    )
    const firstParents = [4, 3, 2, 1, 0].map(shaOf)
    const { last } = backtestRecords({ records, firstParents, policies: [NOBODY], runs: 5 })
    expect(last).toBe('2026-02-01T00:00:00Z')
  })
})

describe('rules that quarantine by themselves', () => {
  const byRules = configOf({ ...STRICT, 'quarantine-by': 'rules' })

  test('excuse a test from the run on that had proof enough', () => {
    const line = recordsOf('P[FP]P[FP]PPP')
    const failure = recordOf(7, { x: 'F', y: 'P' })
    const history = [...line, failure, again(failure, { x: 'P', y: 'P' })]
    const [nobody, rules] = replay(history, [NOBODY, byRules]).policies
    expect([nobody?.flakes.excused, rules?.flakes.excused]).toEqual([2, 3])
  })

  test('are the same for the last runs, whether or not the runs before are replayed too', () => {
    const line = recordsOf('P[FP]P[FP]PPPP')
    const failure = recordOf(8, { x: 'F', y: 'P' })
    const history = [...line, failure, again(failure, { x: 'P', y: 'P' })]
    expect(replay(history, [byRules], 3).policies[0]?.rerunsSaved).toBe(1)
  })
})

describe('what is replayed', () => {
  test('are the last runs of each job and matrix cell, never those of pull requests', () => {
    const cell = { ...recordOf(0, {}).key, matrix: '{"os":"linux"}' }
    const others = recordsOf('PPP').map((record) => ({ ...record, key: { ...record.key, matrix: cell.matrix } }))
    const pulls = recordsOf('FF').map((record): HistoryRecord => {
      return { ...record, trust: 'pull-request', key: { ...record.key, run: `p${record.key.run}` } }
    })
    const { runs, failedRuns } = replay([...recordsOf('PPPPP'), ...others, ...pulls], [NOBODY], 4)
    expect([runs, failedRuns]).toEqual([7, 0])
  })

  test('is nothing where nothing is recorded', () => {
    expect(replay([])).toMatchObject({ runs: 0, first: null, last: null })
  })

  test('is told where a record cannot be read', () => {
    const [broken] = recordsOf('P')
    const { problems, runs } = replay([{ ...(broken as HistoryRecord), body: { schema: 'testwarden.test-record/9' } }])
    expect(runs).toBe(0)
    expect(problems).toEqual(['One run is left out, because a newer Testwarden wrote its record.'])
  })
})
