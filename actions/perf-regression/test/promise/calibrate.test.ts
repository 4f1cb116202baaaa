import { describe, expect, test } from '@jest/globals'
import { calibrate } from '../../src/promise/calibrate.js'
import { changed, seriesOf, steady, suiteOf } from '../judging/series/kit.js'

const WISH = { promised: 200, minEffect: 0.05 }
const RUNS = 600

/** A little noisy, one very much so. */
function past(runs: number, noise = 0.02) {
  return suiteOf(Array.from({ length: 5 }, (_, index) => seriesOf(`s${index}`, steady(runs, noise, 50 + index))))
}

/** Every few runs three that are far slower: nothing that later runs confirm. */
function jumpy(runs: number) {
  const values = steady(runs, 0.08, 99).map((value, at) => value * (at % 23 < 3 ? 2.5 : 1))
  return seriesOf('jumpy', values)
}

describe('the promise', () => {
  test('is not made of fewer than 600 runs, or three times what it is about', () => {
    expect(calibrate(past(599), WISH)).toMatchObject({ kind: 'too-early', runs: 599, needed: 600 })
    expect(calibrate(past(600), { ...WISH, promised: 300 })).toMatchObject({ kind: 'too-early', needed: 900 })
  })

  test('is chosen by the older half of the runs and verified on the newer', () => {
    const promise = calibrate(past(RUNS), WISH)
    if (promise.kind !== 'chosen') throw new Error(promise.kind)
    expect(promise.older.alarms * WISH.promised).toBeLessThanOrEqual(promise.older.runs)
    expect(promise.newer).toMatchObject({ alarms: 0, runs: 300, undetermined: 0 })
    // 1 - 0.05 ^ (1 / 300): what no alarm in 300 runs proves.
    expect(promise.newer.upperBound).toBeCloseTo(1 - 0.05 ** (1 / 300), 9)
    expect(promise.isHeld).toBe(true)
    expect(promise.steady).toEqual({ all: 5, seeing: 5 })
    expect(promise.policy.advisory.size).toBe(0)
  })

  test('is the same for the same past', () => {
    expect(calibrate(past(RUNS, 0.04), WISH)).toEqual(calibrate(past(RUNS, 0.04), WISH))
  })

  test('makes a series that jumps around advisory, and no steady one', () => {
    const { commits, series } = past(RUNS)
    const promise = calibrate({ commits, series: [...series, jumpy(RUNS)] }, WISH)
    if (promise.kind !== 'chosen') throw new Error(promise.kind)
    expect([...promise.policy.advisory]).toEqual(['jumpy'])
  })

  test('is not lost over a regression of the past that was real', () => {
    const suite = past(RUNS)
    const series = suite.series.map((each, index) =>
      index === 0 ? { ...each, values: changed(each.values.map(Number), 1.4, 450) } : each,
    )
    expect(calibrate({ ...suite, series }, WISH)).toMatchObject({ kind: 'chosen', newer: { alarms: 0 }, isHeld: true })
  })

  test('cannot be kept where what keeps it sees nothing', () => {
    const steps = steady(RUNS, 0.02, 7).map((value, at) => value * (at % 40 < 4 ? 1.35 : 1))
    const jumping = Array.from({ length: 4 }, (_, index) =>
      seriesOf(`s${index}`, [...steps.slice(index * 3), ...steps.slice(0, index * 3)]),
    )
    const promise = calibrate(suiteOf(jumping), WISH)
    expect(promise).toMatchObject({ kind: 'impossible', isHeld: false })
    expect(promise.policy.advisory.size).toBe(0)
  })
})
