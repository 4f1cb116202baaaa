import { expect, test } from '@jest/globals'
import { historyPolicy } from '../../../src/judging/series/history-policy.js'
import { judgeDrift } from '../../../src/judging/series/judge-drift.js'
import { judgeSuite } from '../../../src/judging/series/judge-suite.js'
import { bystanders, seriesOf, steady, suiteOf } from './kit.js'

const POLICY = historyPolicy(4, 0.05)
const RUNS = 200

/** One per cent slower every twenty commits. */
const creeping = steady(RUNS, 0.01, 1).map((value, at) => value * 1.01 ** Math.floor(at / 20))

function drift(
  reference: ReadonlyMap<string, number>,
  series = [seriesOf('creeping', creeping), ...bystanders(8, RUNS)],
) {
  const suite = suiteOf(series)
  const judged = judgeSuite(suite, POLICY).series
  return { judged, drift: judgeDrift({ suite, judged, policy: POLICY, reference, limitOf: () => 0.05 }) }
}

test('many steps that no alarm is worth are a drift from the pinned commit', () => {
  const reference = new Map([['creeping', 100], ...Array.from({ length: 8 }, (_, at) => [`by${at}`, 100] as const)])
  const { judged, drift: found } = drift(reference)
  expect(judged[0]?.isRed).toBe(false)
  expect(found.series.map(({ key, isDrifted }) => [key, isDrifted])).toEqual([
    ['creeping', true],
    ...Array.from({ length: 8 }, (_, at) => [`by${at}`, false]),
  ])
  expect(found.series[0]?.ratio).toBeCloseTo(1.01 ** 9, 1)
  expect(found.common).toBeCloseTo(1, 1)
})

test('what all drifted by is told apart', () => {
  const reference = new Map([['creeping', 80], ...Array.from({ length: 8 }, (_, at) => [`by${at}`, 80] as const)])
  const { drift: found } = drift(reference)
  expect(found.common).toBeCloseTo(1.25, 1)
  expect(found.series.filter(({ isDrifted }) => isDrifted).map(({ key }) => key)).toEqual(['creeping'])
})

test('what noise explains is no drift, and what the reference lacks is not told', () => {
  const noisy = seriesOf('noisy', steady(RUNS, 0.1, 3))
  const { drift: found } = drift(new Map([['noisy', 90]]), [noisy, seriesOf('new', steady(RUNS, 0.01, 4))])
  expect(found.common).toBeNull()
  expect(found.series.map(({ key, isDrifted }) => [key, isDrifted])).toEqual([['noisy', false]])
})
