import { expect, test } from '@jest/globals'
import { addDays } from '../../src/model/day.js'
import { keyOfParts, testNameOf } from '../../src/model/test-key.js'
import { isMeant, isQuarantined, type Quarantine, standingOf } from '../../src/quarantine/quarantine.js'

const KEY = keyOfParts(['tests/test_refund.py', 'TestRefund', 'test_rounds[1-2]'])

test.each([
  ['test_rounds[1-2]', true],
  ['TestRefund::test_rounds[1-2]', true],
  ['tests/test_refund.py::TestRefund::test_rounds[1-2]', true],
  ['TestRefund › test_rounds[*]', true],
  ['*::test_rounds*', true],
  ['TestRefund > test_*nds[1-2]', true],
  ['test_rounds', false],
  ['TestOther::test_rounds[1-2]', false],
  ['*x*', false],
  ['a::b::c::*', false],
  ['', false],
])('the entry %s means the test: %s', (entry, expected) => {
  expect(isQuarantined(entry, KEY)).toBe(expected)
})

test.each([
  ['nextest', ['my-crate', 'net::tests::retries']],
  ['Vitest', ['src/cart.test.ts', 'cart > adds']],
  ['Playwright', ['cart.spec.ts', 'cart › adds']],
  ['C++', ['suite', 'std::vector > a']],
])('a test of %s is meant by its whole name, as a page writes it, and by its last parts', (_, parts) => {
  const key = keyOfParts(parts)
  const name = parts.at(-1) ?? ''
  for (const entry of [testNameOf(key), name, name.split(/::| > | › /).at(-1) ?? '']) {
    expect(isQuarantined(entry, key)).toBe(true)
    expect(isQuarantined(`${entry}x`, key)).toBe(false)
  }
})

test('an entry of the history means the one test that it names, whatever stands in the name', () => {
  const entry = { test: 'Sum › mul(a * b)', origin: 'history' } as const
  expect(isMeant(entry, keyOfParts(['Sum', 'mul(a * b)']))).toBe(true)
  expect(isMeant(entry, keyOfParts(['Sum', 'mul(a + 1 * 2 b)']))).toBe(false)
  expect(isMeant({ ...entry, origin: 'config' }, keyOfParts(['Sum', 'mul(a + 1 * 2 b)']))).toBe(true)
})

const ENTRY: Quarantine = {
  test: 'x',
  reason: 'r',
  owner: 'o',
  issue: null,
  since: '2026-01-10',
  expires: '2026-01-24',
  origin: 'config',
}

test.each([
  ['2026-01-09T23:59:59Z', 'not-yet'],
  ['2026-01-10T00:00:00Z', 'valid'],
  ['2026-01-24T23:59:59Z', 'valid'],
  ['2026-01-25T00:00:00Z', 'expired'],
])('at %s it is %s', (now, standing) => {
  expect(standingOf(ENTRY, now)).toBe(standing)
})

test('days go on over the end of a month', () => {
  expect(addDays('2026-02-20', 14)).toBe('2026-03-06')
})

test('a pattern full of stars is matched in no time', () => {
  expect(isQuarantined(`${'*a'.repeat(5000)}*b`, keyOfParts(['a'.repeat(100_000)]))).toBe(false)
  expect(isQuarantined('a::b', keyOfParts([' '.repeat(100_000)]))).toBe(false)
})
