import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { CategoryRule } from '../../src/categories/category.js'
import { CATEGORY_RULES } from '../../src/categories/registry.js'

const PAGE = join(import.meta.dirname, '../../../../docs/failure-rules.md')

test('the table of docs/failure-rules.md has every rule, in order, as it is', () => {
  const rows = readFileSync(PAGE, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  expect(rows).toEqual(CATEGORY_RULES.map(toRow))
})

function toRow({ id, title, priority, minutes, advice }: CategoryRule): string {
  return `| \`${id}\` | ${title} | ${priority}, ${minutes} min | ${advice} |`
}
