import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { benchmarkFormats } from '../../src/benchmark/registry.js'

const page = readFileSync(join(import.meta.dirname, '../../../../docs/formats-of-benchmarks.md'), 'utf8')
/** Id and last cell of each row of the table. */
const rows = [...page.matchAll(/^\| [^|]+ \| `([\w-]+)` \|.*\| ([^|]+) \|$/gm)].map(([, id, command]) => ({
  id,
  command,
}))

describe('docs/formats-of-benchmarks.md', () => {
  test('has one row for each format that is read, in the order of the registry', () => {
    expect(rows.map(({ id }) => id)).toEqual(benchmarkFormats.map(({ id }) => id))
  })

  test.each(rows)('tells how $id is written', ({ command }) => {
    expect(command).toMatch(/`[^`]{5,}`/)
  })

  test('calls each format what it calls itself', () => {
    for (const { id, displayName } of benchmarkFormats) expect(page).toContain(`| ${displayName} | \`${id}\` |`)
  })
})
