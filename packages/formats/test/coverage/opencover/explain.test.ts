import { expect, test } from '@jest/globals'
import { explainDifference } from '../../../src/coverage/opencover/explain.js'

const POINTS = { points: { covered: 4, total: 6 } }

test.each([
  ['lines', 6, 'sequence points'],
  ['branches', 6, 'the compiler made up'],
  ['functions', 6, 'no point stands on a line'],
  ['lines', 7, 'unexplained'],
  ['branches', 2, 'unexplained'],
] as const)('%s of which %d are declared and three are listed: %s', (metric, total, reason) => {
  const declared = { covered: Math.min(4, total), total }
  const difference = { metric, declared, listed: { covered: 2, total: 3 } }
  expect(explainDifference(difference, POINTS)).toContain(reason)
})
