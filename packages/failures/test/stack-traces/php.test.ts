import { expect, test } from '@jest/globals'
import { php } from '../../src/stack-traces/php.js'
import { placesOf } from '../support/places.js'

test('a function stands with the next place out', () => {
  const trace =
    'E: no in /ci/a.php:3\nStack trace:\n#0 /ci/b.php(5): open(1)\n#1 [internal function]: {closure}(2)\n#2 /ci/c.php(7): array_map()\n#3 {main}'
  expect(placesOf(php, trace)).toEqual(['/ci/a.php:3 open', '/ci/b.php:5 {closure}', '/ci/c.php:7'])
})

test.each([
  ['/ci/tests/TillTest.php:12', '/ci/tests/TillTest.php:12'],
  ['C:\\ci\\tests\\TillTest.php:12', 'C:\\ci\\tests\\TillTest.php:12'],
  ['in tests/till.phpt(78) Tester\\Assert::match()', 'tests/till.phpt:78'],
  ["Failed: '1' should be '2'  in tests/till.phpt(78) Tester\\Assert::same()", 'tests/till.phpt:78'],
])('%s', (line, place) => {
  expect(placesOf(php, line)).toEqual([place])
})
