import { expect, test } from '@jest/globals'
import { go } from '../../src/stack-traces/go.js'
import { placesOf } from '../support/places.js'

test('the last message comes first, since a test that gives up does so with it', () => {
  expect(placesOf(go, '    a_test.go:3: starting\n    a_test.go:9: got 1, want 2')).toEqual([
    'a_test.go:9',
    'a_test.go:3',
  ])
})

test('a trace of testify follows its message', () => {
  const trace =
    '    a_test.go:9: \n        \tError Trace:\t/ci/shop/check.go:3\n        \t            \t/ci/shop/a_test.go:9\n        \tError:      \tNot equal: '
  expect(placesOf(go, trace)).toEqual(['a_test.go:9', '/ci/shop/check.go:3', '/ci/shop/a_test.go:9'])
})

test('calls of a panic come before what was logged', () => {
  const trace = [
    '    a_test.go:3: starting',
    'panic: no till',
    '',
    'goroutine 7 [running]:',
    'example.com/shop.(*Till).Open(0xc000012345, {0x1, 0x2})',
    '\t/ci/shop/till.go:5 +0x1d',
    'created by testing.(*T).Run in goroutine 1',
    '\t/usr/local/go/src/testing/testing.go:2101 +0x4c5',
  ].join('\n')
  expect(placesOf(go, trace)).toEqual([
    '/ci/shop/till.go:5 example.com/shop.(*Till).Open',
    '/usr/local/go/src/testing/testing.go:2101 testing.(*T).Run',
    'a_test.go:3',
  ])
})
