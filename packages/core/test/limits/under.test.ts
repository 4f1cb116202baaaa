import { describe, expect, test } from '@jest/globals'
import { under } from '../../src/limits/under.js'
import { OUTCOMES } from '../../src/model/outcome.js'

describe('an outcome', () => {
  test.each([
    ['skipped', 'skipped'],
    ['pass', 'pass'],
    ['warn', 'warn'],
    ['inconclusive', 'warn'],
    ['fail', 'warn'],
  ] as const)('%s is %s under a limit that nobody wrote', (outcome, advice) => {
    expect(under('assumed', outcome)).toBe(advice)
  })

  test.each(['written', 'none'] as const)('stays as it is where the origin of the limit is %s', (origin) => {
    expect(OUTCOMES.map((outcome) => under(origin, outcome))).toEqual(OUTCOMES)
  })
})
