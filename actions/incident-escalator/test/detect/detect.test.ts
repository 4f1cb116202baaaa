import { describe, expect, test } from '@jest/globals'
import { keyOfParts } from '@testwarden/core/model/test-key'
import { CATEGORY_RULES } from '@testwarden/failures/categories/registry'
import type { FailingTest } from '../../src/detect/failing-tests.js'
import { inhibit } from '../../src/detect/inhibit.js'
import { troublesOfTests } from '../../src/detect/troubles-of-tests.js'
import { ASSUMED_MATRIX } from '../../src/severity/severity-rule.js'

const RULES = { matrix: ASSUMED_MATRIX, minTests: 10, categories: CATEGORY_RULES }
const FULL_DISK = 'OSError: [Errno 28] No space left on device'

function failing(name: string, message: string, kinds: readonly string[] = ['unit']): FailingTest {
  const trace = `Traceback\n  File "src/shop/${name}.py", line 3, in ${name}\n${message}`
  return {
    key: keyOfParts(['tests/test_shop.py', name]),
    location: null,
    failure: { type: null, message, trace },
    owners: [],
    kinds,
  }
}

const many = (count: number, message: string, kinds?: readonly string[]) =>
  Array.from({ length: count }, (_, at) => failing(`check_${at}`, message, kinds))

describe('failures of a run', () => {
  test('are one trouble for each cause, the largest first', () => {
    const failed = [...many(5, FULL_DISK), failing('adds', 'AssertionError: assert 3 == 4')]
    const troubles = troublesOfTests({ total: 1000, failed, leftOut: 0 }, RULES)
    expect(troubles.map(({ testCount, severity, isSurroundings }) => [testCount, severity, isSurroundings])).toEqual([
      [5, 'low', true],
      [1, 'low', false],
    ])
    expect(troubles[0]?.title).toMatch(/check_\d and 4 more tests fail$/)
    expect(troubles[1]?.title).toBe('tests/test_shop.py › adds fails')
    expect(new Set(troubles.map(({ cause }) => cause)).size).toBe(2)
  })

  test('have the same causes in every run, whoever fails first', () => {
    const failed = [...many(3, FULL_DISK), failing('adds', 'AssertionError: assert 3 == 4')]
    const causes = (tests: readonly FailingTest[]) =>
      troublesOfTests({ total: 50, failed: tests, leftOut: 0 }, RULES).map(({ cause }) => cause)
    expect(causes(failed.toReversed())).toEqual(causes(failed))
  })

  test('of half of the tests are critical although each cause by itself is not', () => {
    const failed = [
      ...Array.from({ length: 30 }, (_, at) => failing(`sum_${at}`, `AssertionError: sum_${at} is wrong by far`)),
      ...many(20, FULL_DISK),
    ]
    const troubles = troublesOfTests({ total: 100, failed, leftOut: 0 }, RULES)
    expect(troubles[0]).toMatchObject({ severity: 'critical', because: { kind: 'rate', failed: 50, total: 100 } })
    expect(troubles.slice(1).every(({ severity }) => severity !== 'critical')).toBe(true)
  })

  test('none at all are no trouble', () => {
    expect(troublesOfTests({ total: 100, failed: [], leftOut: 0 }, RULES)).toEqual([])
  })
})

describe('a trouble of the surroundings', () => {
  const disk = many(30, FULL_DISK)

  test('mutes the failures that it explains, and says which', () => {
    const { troubles, muted } = inhibit(
      troublesOfTests(
        { total: 100, failed: [...disk, failing('adds', 'AssertionError: assert 3 == 4')], leftOut: 0 },
        RULES,
      ),
    )
    expect(troubles.map(({ isSurroundings }) => isSurroundings)).toEqual([true])
    expect(muted.map(({ trouble, by }) => [trouble.title, by])).toEqual([
      ['tests/test_shop.py › adds fails', troubles[0]],
    ])
  })

  test('never mutes what is worse', () => {
    const failed = [...disk, failing('login', 'AssertionError: a stranger came in', ['security'])]
    const { troubles, muted } = inhibit(troublesOfTests({ total: 100, failed, leftOut: 0 }, RULES))
    expect(troubles.map(({ severity }) => severity)).toEqual(['high', 'critical'])
    expect(muted).toEqual([])
  })
})
