import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readPlace, writePlace } from '../../browser/place.js'

test('an address names a file, a line of it, or several', () => {
  expect(readPlace('#src/cart.ts')).toEqual({ path: 'src/cart.ts', first: null, last: null })
  expect(readPlace('#src/cart.ts:12')).toEqual({ path: 'src/cart.ts', first: 12, last: 12 })
  expect(readPlace('#src/cart.ts:12-15')).toEqual({ path: 'src/cart.ts', first: 12, last: 15 })
  expect(readPlace('')).toBeNull()
})

test('an address that nobody encoded is taken as it stands', () => {
  expect(readPlace('#100%.ts:3')).toEqual({ path: '100%.ts', first: 3, last: 3 })
})

test('lines that end before they begin are the first one', () => {
  expect(readPlace('#a:9-2')).toEqual({ path: 'a', first: 9, last: 9 })
})

test('what is written is read again, whatever the path', () => {
  const path = fc.string({ minLength: 1, unit: 'binary' }).filter((text) => !/\p{Cs}/u.test(text))
  fc.assert(
    fc.property(path, fc.integer({ min: 1, max: 99_999 }), (name, line) => {
      const place = { path: name, first: line, last: line + 1 }
      expect(readPlace(writePlace(place))).toEqual(place)
    }),
  )
})
