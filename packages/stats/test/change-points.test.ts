import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { findChangePoints, type PositionCounts, splitGain } from '../src/change-points.js'

const LETTERS: Readonly<Record<string, PositionCounts>> = {
  P: { failed: 0, passed: 1 },
  F: { failed: 1, passed: 0 },
  R: { failed: 1, passed: 1 },
  B: { failed: 3, passed: 0 },
}

const sequenceOf = (text: string) => [...text].map((letter) => LETTERS[letter] ?? { failed: 0, passed: 0 })

describe('findChangePoints', () => {
  test.each([
    [1, 4.15],
    [2, 7.51],
    [3, 10.45],
  ])('a break after 50 passes gains, with %i failures, %d', (failures, gain) => {
    expect(splitGain(sequenceOf('P'.repeat(50) + 'F'.repeat(failures)), 50)).toBeCloseTo(gain, 2)
  })

  test('accepts a break after 50 passes at the third failure, and says where it may lie', () => {
    expect(findChangePoints(sequenceOf(`${'P'.repeat(50)}FF`))).toEqual([])
    const [change, ...others] = findChangePoints(sequenceOf(`${'P'.repeat(50)}FFF`))
    expect(others).toEqual([])
    expect(change?.at).toBe(50)
    expect(change?.earliest).toBeLessThanOrEqual(50)
    expect(change?.latest).toBeGreaterThanOrEqual(50)
  })

  test('finds the break and the mend of one sequence', () => {
    const changes = findChangePoints(sequenceOf('P'.repeat(60) + 'F'.repeat(6) + 'P'.repeat(60)))
    expect(changes.map(({ at }) => at)).toEqual([60, 66])
  })

  test('takes a short flicker in a steady time for no change', () => {
    expect(findChangePoints(sequenceOf(`${'P'.repeat(60)}FFFFF${'P'.repeat(60)}`))).toEqual([])
  })

  test('is surer of a long break than of a short one', () => {
    const widths = [4, 40].map((failures) => {
      const [change] = findChangePoints(sequenceOf('P'.repeat(50) + 'F'.repeat(failures)))
      return (change?.latest ?? 0) - (change?.earliest ?? 0)
    })
    expect(widths[1]).toBeLessThan(widths[0] ?? 0)
  })

  test('sees a flake turn into a break by the retries that no longer help', () => {
    const [change] = findChangePoints(sequenceOf('R'.repeat(20) + 'B'.repeat(20)))
    expect(change?.at).toBe(20)
  })

  test('finds nothing in a steady sequence, an empty one, or one of empty cells', () => {
    for (const text of ['', 'P', 'F', 'P'.repeat(500), 'F'.repeat(500), '-'.repeat(50)])
      expect(findChangePoints(sequenceOf(text))).toEqual([])
  })

  test('tries every split that matters: no other split would gain more', () => {
    const letters = fc.array(fc.constantFrom('P', 'F', 'R', 'B'), { minLength: 2, maxLength: 40 })
    fc.assert(
      fc.property(letters, (sequence) => {
        const counts = sequenceOf(sequence.join(''))
        const gains = counts.slice(1).map((_, before) => splitGain(counts, before + 1))
        const best = Math.max(...gains)
        const isAccepted = best + Math.log(0.0001) > 0
        if (isAccepted) expect(findChangePoints(counts)).not.toEqual([])
        if (findChangePoints(counts).length === 1) expect(isAccepted).toBe(true)
      }),
    )
  })

  test('each change lies inside its interval, inside the sequence, and in order', () => {
    const blocks = fc.array(fc.tuple(fc.constantFrom('P', 'F', 'R', 'B'), fc.integer({ min: 1, max: 40 })))
    fc.assert(
      fc.property(blocks, (parts) => {
        const text = parts.map(([letter, length]) => letter.repeat(length)).join('')
        const changes = findChangePoints(sequenceOf(text))
        changes.forEach(({ at, earliest, latest }, index) => {
          expect(earliest).toBeLessThanOrEqual(at)
          expect(latest).toBeGreaterThanOrEqual(at)
          expect(earliest).toBeGreaterThan(0)
          expect(latest).toBeLessThan(text.length)
          if (index > 0) expect(at).toBeGreaterThan(changes[index - 1]?.at ?? 0)
        })
      }),
    )
  })

  test('has finite answers of thousands of cells with hundreds of changes and huge counts', () => {
    const sequence = sequenceOf(('P'.repeat(30) + 'B'.repeat(30)).repeat(100)).map(({ failed, passed }) => ({
      failed: failed * 1_000_000,
      passed: passed * 1_000_000,
    }))
    const changes = findChangePoints(sequence)
    expect(changes.every(({ earliest, latest }) => Number.isFinite(earliest + latest))).toBe(true)
  })
})
