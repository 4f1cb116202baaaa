import { expect, test } from '@jest/globals'
import { assemblyName } from '../../../src/test-run/dotnet/assembly-name.js'

test.each([
  '/repo/bin/Tests.dll',
  'C:\\repo\\bin\\Tests.dll',
  'C:\\repo/bin/Tests.dll',
  'Tests.dll',
])('%s is Tests.dll on every machine', (path) => {
  expect(assemblyName(path)).toBe('Tests.dll')
})
