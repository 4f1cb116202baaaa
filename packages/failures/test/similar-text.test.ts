import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { editDistance } from '../src/edit-distance.js'
import { allowedEdits, isSimilar, leastEdits, toCompared } from '../src/similar-text.js'

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 60 })

test('the cheap bound never exceeds the number of edits', () => {
  fc.assert(
    fc.property(text, text, (left, right) => {
      const edits = editDistance(left, right, 60) ?? 60
      expect(leastEdits(toCompared(left), toCompared(right))).toBeLessThanOrEqual(edits)
    }),
    { numRuns: 1_000 },
  )
})

test('less than 10 % of the mean length is allowed, 10 % is not', () => {
  const ofLength = (length: number) => toCompared('x'.repeat(length))
  expect(allowedEdits(ofLength(10), ofLength(10))).toBe(0)
  expect(allowedEdits(ofLength(11), ofLength(11))).toBe(1)
  expect(allowedEdits(ofLength(40), ofLength(40))).toBe(3)
  expect(allowedEdits(ofLength(0), ofLength(0))).toBe(0)
})

test('messages that differ in a letter are similar, in a word they are not', () => {
  const message = 'the till of the kiosk is locked'
  expect(isSimilar(toCompared(message), toCompared('the till of the kiosk is looked'))).toBe(true)
  expect(isSimilar(toCompared(message), toCompared('the till of the museum is locked'))).toBe(false)
})
