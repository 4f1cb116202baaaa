import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { failureStateScore } from '../src/failure-state-score.js'
import type { AttemptCounts } from '../src/streak-chance.js'

const run = (failed: number, passed: number): AttemptCounts => ({ failed, passed })
const times = (count: number, one: AttemptCounts) => new Array<AttemptCounts>(count).fill(one)

describe('failureStateScore', () => {
  test.each([
    ['two runs that failed and passed', times(2, run(1, 1)), 0.125],
    ['one run that failed and passed', [run(1, 1)], 0.0909],
    ['ten passes', times(10, run(0, 1)), 0.0333],
    ['nine passes and a failure', [...times(9, run(0, 1)), run(1, 0)], 0.0427],
    ['ten failures', times(10, run(1, 0)), 0.0526],
    ['runs that flaked, failed and passed', [run(1, 1), run(2, 0), run(0, 1)], 0.0893],
  ])('of %s', (_, runs, score) => {
    expect(failureStateScore(runs)).toBeCloseTo(score, 4)
  })

  test('of nothing is the mean of what is believed beforehand', () => {
    expect(failureStateScore([])).toBeCloseTo(0.05, 12)
    expect(failureStateScore([run(0, 0)])).toBeCloseTo(0.05, 1)
  })

  test('agrees with a sum over a grid of both chances', () => {
    const small = fc.record({ failed: fc.nat(3), passed: fc.nat(2) }).filter((one) => one.failed + one.passed > 0)
    fc.assert(
      fc.property(fc.array(small, { maxLength: 5 }), (runs) => {
        expect(failureStateScore(runs)).toBeCloseTo(scoreByGrid(runs), 3)
      }),
      { numRuns: 20 },
    )
  })

  test('is a number for thousands of runs of a million failed attempts', () => {
    const score = failureStateScore(times(3000, run(1_000_000, 0)))
    expect(score).toBeGreaterThan(0.04)
    expect(score).toBeLessThan(1)
  })
})

function scoreByGrid(runs: readonly AttemptCounts[]): number {
  const steps = 400
  let weighted = 0
  let weights = 0
  for (let i = 0; i < steps; i++) {
    const p = (i + 0.5) / steps
    for (let j = 0; j < steps; j++) {
      const q = (j + 0.5) / steps
      const weight = (1 - p) ** 18 * likelihood(runs, p, q)
      weighted += weight * p
      weights += weight
    }
  }
  return weighted / weights
}

function likelihood(runs: readonly AttemptCounts[], p: number, q: number): number {
  return runs.reduce((product, { failed, passed }) => {
    const flake = (1 - q) * p ** failed * (1 - p) ** passed
    return product * (passed > 0 ? flake : q + flake)
  }, 1)
}
