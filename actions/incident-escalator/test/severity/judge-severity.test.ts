import { describe, expect, test } from '@jest/globals'
import { isWorse, SEVERITIES } from '@testwarden/core/model/severity'
import fc from 'fast-check'
import { judgeSeverity } from '../../src/severity/judge-severity.js'
import { ASSUMED_MATRIX } from '../../src/severity/severity-rule.js'

const MIN_TESTS = 10

function judge(failed: readonly (readonly string[])[], total: number) {
  return judgeSeverity({ tests: { total, failed }, matrix: ASSUMED_MATRIX, minTests: MIN_TESTS })
}

const plain = (count: number) => Array.from({ length: count }, () => ['unit'])

describe('the assumed matrix', () => {
  test.each([
    [1000, 1000, 'critical'],
    [500, 1000, 'critical'],
    [499, 1000, 'high'],
    [200, 1000, 'high'],
    [199, 1000, 'medium'],
    [100, 1000, 'medium'],
    [99, 1000, 'low'],
    [1, 1000, 'low'],
  ])('%i of %i tests: %s; a share on a limit belongs to the higher severity', (failed, total, severity) => {
    expect(judge(plain(failed), total)?.severity).toBe(severity)
  })

  test('has nothing to say where nothing fails', () => {
    expect(judge([], 1000)).toBeNull()
    expect(judge([], 0)).toBeNull()
  })

  test.each([
    ['security', 'critical'],
    ['integration', 'high'],
    ['performance', 'medium'],
    ['documentation', 'low'],
  ])('one failing test of the kind %s is %s', (category, severity) => {
    expect(judge([[category]], 10_000)?.severity).toBe(severity)
  })

  test('tells what made it so', () => {
    expect(judge([['security'], ['security'], ['unit']], 10_000)?.because).toEqual({
      kind: 'category',
      category: 'security',
      failed: 2,
    })
    expect(judge(plain(300), 1000)?.because).toEqual({ kind: 'rate', failed: 300, total: 1000, limit: '20' })
  })
})

test('of few tests their share says nothing: one of one is low, and one of security is critical', () => {
  expect(judge(plain(1), 1)).toEqual({ severity: 'low', because: { kind: 'any-failure', failed: 1, total: 1 } })
  expect(judge(plain(9), 9)?.severity).toBe('low')
  expect(judge(plain(10), 10)?.severity).toBe('critical')
  expect(judge([['security']], 1)?.severity).toBe('critical')
})

describe('whatever fails', () => {
  const kinds = fc.constantFrom('unit', 'security', 'integration', 'performance', 'other')
  const failures = fc.array(fc.uniqueArray(kinds, { maxLength: 3 }), { minLength: 1, maxLength: 60 })

  test('has a severity, and one more failure never makes it smaller', () => {
    fc.assert(
      fc.property(failures, fc.uniqueArray(kinds, { maxLength: 2 }), fc.nat(200), (failed, more, passed) => {
        const before = judge(failed, failed.length + passed)
        const after = judge([...failed, more], failed.length + passed)
        if (before === null || after === null) throw new Error('something failed')
        expect(isWorse(before.severity, after.severity)).toBe(false)
      }),
    )
  })

  test('is as severe in any order, of tests and of rows', () => {
    fc.assert(
      fc.property(failures, fc.nat(200), (failed, passed) => {
        const total = failed.length + passed
        const turned = judgeSeverity({
          tests: { total, failed: failed.toReversed() },
          matrix: ASSUMED_MATRIX.toReversed(),
          minTests: MIN_TESTS,
        })
        expect(turned?.severity).toBe(judge(failed, total)?.severity)
      }),
    )
  })

  test('is by the worst of what its kinds and its share say apart', () => {
    fc.assert(
      fc.property(failures, fc.nat(200), (failed, passed) => {
        const total = failed.length + passed
        const byShare = judge(plain(failed.length), total)?.severity ?? 'low'
        const byKinds = judge(failed, 1_000_000)?.severity ?? 'low'
        const worst = SEVERITIES.find((each) => each === byShare || each === byKinds)
        expect(judge(failed, total)?.severity).toBe(worst)
      }),
    )
  })
})
