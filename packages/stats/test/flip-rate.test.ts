import { expect, test } from '@jest/globals'
import { flipRate } from '../src/flip-rate.js'

const outcomes = (text: string) => [...text].map((letter) => letter === 'F')

test('is the share of neighbours that differ', () => {
  expect(flipRate(outcomes('PPFFF'))).toBe(0.25)
  expect(flipRate(outcomes('PFPFP'))).toBe(1)
  expect(flipRate(outcomes('PPPP'))).toBe(0)
})

test('is 0 where there are no neighbours', () => {
  expect(flipRate([])).toBe(0)
  expect(flipRate([true])).toBe(0)
})
