import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { TOOL_VERSION } from '../../src/model/version.js'

test('the version that pages name is the version of the package', () => {
  const root = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'))
  expect(TOOL_VERSION).toBe(root.version)
})
