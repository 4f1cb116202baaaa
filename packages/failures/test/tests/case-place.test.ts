import { expect, test } from '@jest/globals'
import { createCasePlace } from '../../src/tests/case-place.js'

const FILES = new Set([
  'tests/test_refund.py',
  'src/test/java/acme/RefundTest.java',
  'src/cart.test.ts',
  'pkg/refund_test.go',
])
/** As intake resolves: exactly, or by a unique ending of a folder and a name. */
const search = (path: string): string | null =>
  [...FILES].find((file) => file === path || file.endsWith(`/${path}`) || path.endsWith(`/${file}`)) ?? null
const placeOf = createCasePlace(search)
const NOTHING = { suite: [], className: null, name: 'x', file: null }

test.each([
  [{ file: '/home/runner/work/shop/shop/src/cart.test.ts' }, 'src/cart.test.ts'],
  [{ file: 'elsewhere/x.ts' }, null],
  [{ className: 'tests.test_refund' }, 'tests/test_refund.py'],
  [{ className: 'tests.test_refund.TestRounding' }, 'tests/test_refund.py'],
  [{ className: 'acme.RefundTest' }, 'src/test/java/acme/RefundTest.java'],
  [{ className: 'acme.RefundTest$Nested' }, 'src/test/java/acme/RefundTest.java'],
  [{ suite: ['src/cart.test.ts'], className: 'cart adds' }, 'src/cart.test.ts'],
  [{ suite: ['RefundTest'] }, null],
  [{ className: 'a sentence about tests.test_refund' }, null],
])('%j is in %s', (part, expected) => {
  expect(placeOf({ ...NOTHING, ...part })).toBe(expected)
})
