import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { editDistance } from '../src/edit-distance.js'

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 20 })

/** The whole table, as textbooks have it. */
function wholeDistance(left: string, right: string): number {
  let above = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (const [row, letter] of [...left].entries()) {
    const current = [row + 1]
    for (const [column, other] of [...right].entries()) {
      const changed = Number(above[column]) + (letter === other ? 0 : 1)
      current.push(Math.min(changed, Number(above[column + 1]) + 1, Number(current[column]) + 1))
    }
    above = current
  }
  return Number(above[right.length])
}

test('is the distance of the whole table up to the limit, and null above it', () => {
  fc.assert(
    fc.property(text, text, fc.nat(22), (left, right, limit) => {
      const distance = wholeDistance(left, right)
      expect(editDistance(left, right, limit)).toBe(distance <= limit ? distance : null)
    }),
    { numRuns: 2_000 },
  )
})
