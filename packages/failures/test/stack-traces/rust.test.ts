import { expect, test } from '@jest/globals'
import { rust } from '../../src/stack-traces/rust.js'
import { placesOf } from '../support/places.js'

test.each([
  ["thread 'tests::sums' panicked at src/lib.rs:3:5:\nboom", ['src/lib.rs:3:5']],
  ["thread 'main' panicked at 'boom', src/main.rs:3:5", ['src/main.rs:3:5']],
  ["thread 'main' panicked at 'assertion failed:\n  left: 1', src/main.rs:3:5", ['src/main.rs:3:5']],
  ['   3: shop::open\n             at ./src/lib.rs:9', ['./src/lib.rs:9 shop::open']],
  ['   3: 0x55d0 - shop::open\n             at /ci/src/lib.rs:9:7', ['/ci/src/lib.rs:9:7 shop::open']],
  ['error[E0308]: mismatched types', []],
])('%s', (text, places) => {
  expect(placesOf(rust, text)).toEqual(places)
})
