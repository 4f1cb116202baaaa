import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { CategoryRule } from '../../src/categories/category.js'
import { checkRules } from '../../src/categories/check-rules.js'
import { withOwnRules } from '../../src/categories/own-rules.js'
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

test('the rule that the page shows holds', () => {
  const page = readFileSync(PAGE, 'utf8')
  const shownOf = (key: string): string =>
    new RegExp(`^ {4}[ -] ${key}: (?:\\['(.*)'\\]|(.*))$`, 'm').exec(page)?.slice(1).join('') ?? ''
  const shown = {
    id: shownOf('id'),
    title: shownOf('title'),
    pattern: shownOf('pattern'),
    advice: shownOf('advice'),
    examples: [shownOf('examples')],
    counterexamples: [shownOf('counterexamples')],
  }
  expect(Object.values(shown).flat()).not.toContain('')
  expect(checkRules(withOwnRules([shown], CATEGORY_RULES))).toEqual([])
})
