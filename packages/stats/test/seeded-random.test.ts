import { describe, expect, test } from '@jest/globals'
import { seededRandom, seedOf } from '../src/seeded-random.js'

const DRAWS = 10_000

test('draws are the same for the same seed, others for others, and spread evenly', () => {
  const draw = (seed: number) => {
    const { next } = seededRandom(seed)
    return Array.from({ length: DRAWS }, () => next())
  }
  const drawn = draw(7)
  expect(draw(7)).toEqual(drawn)
  expect(draw(8)[0]).not.toBe(drawn[0])
  const tenths = Array.from(
    { length: 10 },
    (_, tenth) => drawn.filter((value) => Math.floor(value * 10) === tenth).length,
  )
  for (const count of tenths) expect(Math.abs(count - DRAWS / 10)).toBeLessThan(150)
})

test('whole numbers stay below their bound and reach every number', () => {
  const { below } = seededRandom(1)
  expect(new Set(Array.from({ length: 200 }, () => below(5)))).toEqual(new Set([0, 1, 2, 3, 4]))
})

describe('the seed of values', () => {
  test('depends on every value and their order', () => {
    const seeds = [
      [1, 2],
      [2, 1],
      [1, 2.0000000000000004],
      [1, 2, 0],
      [1, Number.NaN],
    ].map((values) => seedOf(Float64Array.from(values)))
    expect(new Set(seeds).size).toBe(seeds.length)
    expect(seedOf(Float64Array.from([1, 2]))).toBe(seeds[0])
  })

  test('of a part of a longer array is that of the part', () => {
    expect(seedOf(Float64Array.from([0, 1, 2]).subarray(1))).toBe(seedOf(Float64Array.from([1, 2])))
  })
})
