import { expect, test } from '@jest/globals'
import { tagOf } from '../../../src/test-run/dotnet/tag.js'

test.each([
  ['Category', 'Slow', 'Slow'],
  ['Owner', 'ada', 'Owner=ada'],
  ['NonParallelizable', '', 'NonParallelizable'],
  ['Category', '', null],
  ['_PID', '12', null],
  ['', 'x', null],
])('a property %j of %j is the tag %j', (name, value, expected) => {
  expect(tagOf(name, value)).toBe(expected)
})
