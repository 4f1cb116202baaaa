import { describe, expect, test } from '@jest/globals'
import type { CategoryRule } from '../../src/categories/category.js'
import { checkRules } from '../../src/categories/check-rules.js'
import { CATEGORY_RULES } from '../../src/categories/registry.js'

const RULE: CategoryRule = {
  id: 'kiosk',
  title: 'Kiosk',
  priority: 'low',
  minutes: 5,
  origin: 'code',
  advice: 'Restart the kiosk.',
  patterns: ['kiosk * offline'],
  examples: ['Error: kiosk 7 is offline'],
  counterexamples: ['the kiosk is open'],
}

describe('our own rules', () => {
  test('take their examples, in their order, and leave their counterexamples alone', () => {
    expect(checkRules(CATEGORY_RULES)).toEqual([])
  })

  test.each(CATEGORY_RULES)('$id has examples and counterexamples', ({ examples, counterexamples }) => {
    expect(examples.length).toBeGreaterThan(2)
    expect(counterexamples.length).toBeGreaterThan(1)
  })
})

test('a sound rule has no fault', () => {
  expect(checkRules([RULE])).toEqual([])
})

test.each([
  ['an example that it does not take', { ...RULE, examples: ['the kiosk is fine'] }, 'does not take its example'],
  [
    'a counterexample that it takes',
    { ...RULE, counterexamples: ['kiosk offline, kiosk offline'] },
    'takes its counterexample',
  ],
  ['a pattern of stars', { ...RULE, patterns: ['* *'], examples: [], counterexamples: [] }, 'would take any failure'],
  ['a pattern without end', { ...RULE, patterns: ['a'.repeat(201)], examples: [] }, 'has 201 characters'],
])('%s is told', (_, rule, told) => {
  expect(checkRules([rule])).toEqual([expect.stringContaining(told)])
})

test('an example that an earlier rule takes, and an id that stands twice, are told', () => {
  const wider = { ...RULE, id: 'shop', patterns: ['kiosk'], examples: ['kiosk'], counterexamples: [] }
  expect(checkRules([wider, RULE])).toEqual([
    'the example "Error: kiosk 7 is offline" of the rule "kiosk" goes to "shop", which is asked before it',
  ])
  expect(checkRules([RULE, RULE])).toContain('the rule "kiosk" stands twice: give each an id of its own')
})
