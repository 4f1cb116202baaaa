import { expect, test } from '@jest/globals'
import { csharp } from '../../src/stack-traces/csharp.js'
import { placesOf } from '../support/places.js'

test.each([
  ['   at Shop.Till.Open(String name) in /ci/src/Till.cs:line 12', '/ci/src/Till.cs:12 Shop.Till.Open'],
  ['   bei Shop.Till.Open() in C:\\ci\\Till.cs:Zeile 12.', 'C:\\ci\\Till.cs:12 Shop.Till.Open'],
  ['   à Shop.Till.Open() dans /ci/Till.cs:ligne 12', '/ci/Till.cs:12 Shop.Till.Open'],
  ['   at Shop.Till.<Open>d__3.MoveNext() in /ci/Till.cs:line 12', '/ci/Till.cs:12 Shop.Till.<Open>d__3.MoveNext'],
])('%s', (line, place) => {
  expect(placesOf(csharp, line)).toEqual([place])
})

test('frames without a file are left out', () => {
  expect(placesOf(csharp, '   at System.Collections.Generic.List`1.get_Item(Int32 index)')).toEqual([])
})

test.each([
  '----- Inner Stack Trace -----',
  '--DivideByZeroException',
])('an inner exception behind %s comes first', (mark) => {
  const trace = `   at A.Outer() in a.cs:line 1\n${mark}\n   at A.Inner() in a.cs:line 2`
  expect(placesOf(csharp, trace)).toEqual(['a.cs:2 A.Inner', 'a.cs:1 A.Outer'])
})

test('what the runtime prints of an inner exception stands first already', () => {
  const trace =
    'E: a\n ---> E: b\n   at A.Inner() in a.cs:line 2\n   --- End of inner exception stack trace ---\n   at A.Outer() in a.cs:line 1'
  expect(placesOf(csharp, trace)).toEqual(['a.cs:2 A.Inner', 'a.cs:1 A.Outer'])
})
