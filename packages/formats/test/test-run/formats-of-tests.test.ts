import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { testRunFormats } from '../../src/test-run/registry.js'

const page = readFileSync(join(import.meta.dirname, '../../../../docs/formats-of-tests.md'), 'utf8')
/** Id and last cell of each row of the table. */
const rows = [...page.matchAll(/^\| [^|]+ \| `([\w-]+)` \|.*\| ([^|]+) \|$/gm)].map(([, id, command]) => ({
  id,
  command,
}))

describe('docs/formats-of-tests.md', () => {
  test('has one row for each format that is read, in the order of the registry', () => {
    expect(rows.map(({ id }) => id)).toEqual(testRunFormats.map(({ id }) => id))
  })

  test.each(rows)('tells how $id is written', ({ command }) => {
    expect(command).toMatch(/`[^`]{5,}`/)
  })
})
