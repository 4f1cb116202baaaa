import { expect, test } from '@jest/globals'
import { outcomeEntropy } from '../src/entropy.js'

test('outcomes that agree have no entropy, and no outcomes have none either', () => {
  expect(outcomeEntropy({ failed: 0, passed: 7 })).toBe(0)
  expect(outcomeEntropy({ failed: 7, passed: 0 })).toBe(0)
  expect(outcomeEntropy({ failed: 0, passed: 0 })).toBe(0)
})

test('outcomes that are half and half have one bit, and a quarter of failures has 0.811 bits', () => {
  expect(outcomeEntropy({ failed: 1_000_000, passed: 1_000_000 })).toBe(1)
  expect(outcomeEntropy({ failed: 1, passed: 3 })).toBeCloseTo(0.811278, 6)
})
