import { expect, test } from '@jest/globals'
import { historyPolicy } from '../../../src/judging/series/history-policy.js'
import { trendOf } from '../../../src/judging/series/trend.js'
import { seriesOf, steady } from './kit.js'

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
