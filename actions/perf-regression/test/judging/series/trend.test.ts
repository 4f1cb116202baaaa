import { expect, test } from '@jest/globals'
import { historyPolicy } from '../../../src/judging/series/history-policy.js'
import { judgeSuite } from '../../../src/judging/series/judge-suite.js'
import { slowest } from '../../../src/judging/series/slowest.js'
import { trendOf } from '../../../src/judging/series/trend.js'
import { seriesOf, steady, suiteOf } from './kit.js'

const POLICY = historyPolicy(4, 0.05)
const quiet = steady(60, 0.02, 1)

test('a series that creeps upwards is declining, a rate that does improving', () => {
  const creeping = quiet.map((value, at) => value * 1.004 ** at)
  expect(trendOf(seriesOf('a', creeping), POLICY)).toMatchObject({ kind: 'declining', points: 60 })
  expect(trendOf(seriesOf('a', creeping), POLICY)?.ratio).toBeCloseTo(1.004 ** 59, 1)
  expect(trendOf(seriesOf('a', creeping, { direction: 'higher' }), POLICY)?.kind).toBe('improving')
})

test('noise is steady, and so is a change below the smallest effect', () => {
  expect(trendOf(seriesOf('a', quiet), POLICY)?.kind).toBe('steady')
  expect(
    trendOf(
      seriesOf(
        'a',
        Array.from({ length: 60 }, (_, at) => 100 + at / 20),
      ),
      POLICY,
    )?.kind,
  ).toBe('steady')
})

test('fewer than ten points have no trend', () => {
  expect(trendOf(seriesOf('a', [...quiet.slice(0, 9), null, 0]), POLICY)).toBeNull()
})

test('the slowest come first', () => {
  const suite = suiteOf([
    seriesOf('short', [1, 1]),
    seriesOf('none', [null, null]),
    seriesOf('long', [9, 9]),
    seriesOf('equal', [9, 9]),
  ])
  const names = (count: number) => slowest(judgeSuite(suite, POLICY).series, count).map(({ key }) => key)
  expect(names(5)).toEqual(['equal', 'long', 'short'])
  expect(names(1)).toEqual(['equal'])
})
