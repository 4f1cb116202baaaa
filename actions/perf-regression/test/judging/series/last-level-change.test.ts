import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { historyPolicy } from '../../../src/judging/series/history-policy.js'
import { lastLevelChange } from '../../../src/judging/series/last-level-change.js'
import { changed, seriesOf, steady } from './kit.js'

const POLICY = historyPolicy(4, 0.05)
const quiet = steady(60, 0.02, 1)

test('a step is dated by its first commit, with commits between that did not measure it', () => {
  const values = changed(quiet, 1.2, 30)
  const sparse = values.flatMap((value) => [value, null])
  expect(lastLevelChange(seriesOf('a', values), POLICY)).toMatchObject({ at: 30, points: 30, isProvisional: false })
  expect(lastLevelChange(seriesOf('a', values), POLICY)?.ratio).toBeCloseTo(1.2, 1)
  expect(lastLevelChange(seriesOf('a', sparse), POLICY)).toMatchObject({ at: 60, points: 30 })
})

test('of several the last is told, and of a rate that fell that it fell', () => {
  const values = changed(changed(quiet, 1.5, 20), 0.5, 45)
  expect(lastLevelChange(seriesOf('a', values, { direction: 'higher' }), POLICY)).toMatchObject({ at: 45 })
  expect(lastLevelChange(seriesOf('a', values, { direction: 'higher' }), POLICY)?.ratio).toBeCloseTo(0.5, 1)
})

test('a spike is none, the last four commits are not confirmed yet, and below the smallest effect nothing is told', () => {
  expect(lastLevelChange(seriesOf('a', changed(quiet, 3, 30, 32)), POLICY)).toBeNull()
  expect(lastLevelChange(seriesOf('a', changed(quiet, 1.5, 56)), POLICY)).toMatchObject({ at: 56, isProvisional: true })
  expect(lastLevelChange(seriesOf('a', changed(quiet, 1.5, 55)), POLICY)).toMatchObject({ isProvisional: false })
  expect(lastLevelChange(seriesOf('a', changed(quiet, 1.2, 30), { minEffect: 0.5 }), POLICY)).toBeNull()
})

test('nothing, zeros and a single value have no level to change', () => {
  for (const values of [[], [null, null], [0, 0, 0], [5]])
    expect(lastLevelChange(seriesOf('a', values), POLICY)).toBeNull()
})

test('whatever was measured, the commit is one that measured, and the ratio is a number', () => {
  const value = fc.oneof(fc.constant(null), fc.constant(0), fc.double({ min: 1e-300, max: 1e300, noNaN: true }))
  fc.assert(
    fc.property(fc.array(value, { maxLength: 60 }), (values) => {
      const change = lastLevelChange(seriesOf('a', values), POLICY)
      if (change === null) return
      expect(values[change.at] ?? 0).toBeGreaterThan(0)
      expect(Number.isFinite(change.ratio) && change.ratio > 0).toBe(true)
    }),
  )
})
