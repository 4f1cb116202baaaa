import { expect, test } from '@jest/globals'
import { memberName } from '../../../src/test-run/dotnet/member-name.js'

test.each([
  ['Ns.Class.Adds(1, 2)', 'Ns.Class', 'Adds(1, 2)'],
  ['Ns.Class.Inner.Adds', 'Ns.Class', 'Inner.Adds'],
  ['Adds', 'Ns.Class', 'Adds'],
  ['Ns.ClassTests.Adds', 'Ns.Class', 'Ns.ClassTests.Adds'],
  ['Ns.Class.', 'Ns.Class', 'Ns.Class.'],
  ['.Adds', '', '.Adds'],
  ['Ns.Class.Adds', null, 'Ns.Class.Adds'],
])('%s in %s is called %s', (fullName, className, expected) => {
  expect(memberName(fullName, className)).toBe(expected)
})
