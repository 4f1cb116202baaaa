import { describe, expect, test } from '@jest/globals'
import { replayPreviousRun } from '../../src/backtest/previous-run.js'
import { replayPolicy } from '../../src/backtest/replay-policy.js'
import { historyPolicy } from '../../src/judging/series/history-policy.js'
import { changed, seriesOf, steady, suiteOf } from '../judging/series/kit.js'

const POLICY = historyPolicy(4, 0.05)
const quiet = steady(80, 0.02, 1)

describe('a policy over the past', () => {
  test('tells each regression once, when it would have been red, and what came of it', () => {
    const suite = suiteOf([
      seriesOf('real', changed(quiet, 1.3, 50)),
      seriesOf('passing', changed(quiet, 1.3, 50, 53)),
      seriesOf('last', changed(quiet, 1.3, 76)),
      seriesOf('spike', changed(quiet, 2, 50, 51)),
    ])
    const replay = replayPolicy(suite, POLICY)
    expect(replay.reds.map(({ key, sha, since, outcome }) => [key, sha, since, outcome])).toEqual([
      ['real', 'c52', 'c50', 'confirmed'],
      ['passing', 'c52', 'c50', 'false'],
      ['last', 'c78', 'c76', 'undetermined'],
    ])
    expect(replay.reds[0]?.ratio).toBeCloseTo(1.3, 1)
    expect(replay).toMatchObject({ runs: 80, redRuns: 2, falseRuns: 1 })
  })

  test('goes by what was there before each commit', () => {
    const values = changed(quiet, 1.3, 50)
    const early = replayPolicy(suiteOf([seriesOf('a', values.slice(0, 60))]), POLICY).reds
    const late = replayPolicy(suiteOf([seriesOf('a', changed(values, 5, 60))]), POLICY).reds
    expect(late.map(({ sha, since, ratio }) => [sha, since, ratio])).toEqual(
      early.map(({ sha, since, ratio }) => [sha, since, ratio]),
    )
  })
})

test('a limit against the run before alarms at every spike, and the next run undoes it', () => {
  const suite = suiteOf([seriesOf('a', [100, 120, 100, 100, 120, 121]), seriesOf('b', [100, null, 109, 121, 0, 50])])
  expect(replayPreviousRun(suite, 0.1)).toEqual({ redRuns: 3, falseRuns: 2 })
  const rates = suiteOf([seriesOf('a', [100, 80, 100], { direction: 'higher' })])
  expect(replayPreviousRun(rates, 0.1)).toEqual({ redRuns: 1, falseRuns: 1 })
  const together = suiteOf(['a', 'b', 'c'].map((key) => seriesOf(key, [100, 120, 100])))
  expect(replayPreviousRun(together, 0.1)).toEqual({ redRuns: 1, falseRuns: 1 })
})
