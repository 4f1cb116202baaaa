import { ruleOf } from './categorise.js'
import type { CategoryRule } from './category.js'
import { MAX_PATTERN_LENGTH, saysSomething } from './pattern.js'

/**
 * What is wrong with rules, one sentence each; empty: all is well. Patterns that take everything or nothing, ids that
 * stand twice, examples that the rule does not take or that a rule before it takes, counterexamples that it takes.
 * @param rules in the order in which they are asked
 */
export function checkRules(rules: readonly CategoryRule[]): readonly string[] {
  return [...repeatedIds(rules), ...rules.flatMap((rule) => [...patternFaults(rule), ...exampleFaults(rule, rules)])]
}

function repeatedIds(rules: readonly CategoryRule[]): readonly string[] {
  const repeated = rules.filter(({ id }, index) => rules.findIndex((other) => other.id === id) < index)
  return repeated.map(({ id }) => `the rule "${id}" stands twice: give each an id of its own`)
}

function patternFaults({ id, patterns }: CategoryRule): readonly string[] {
  return patterns.flatMap((pattern) => {
    if (!saysSomething(pattern))
      return [`the pattern "${pattern}" of the rule "${id}" has no letter and no digit: it would take any failure`]
    if (pattern.length <= MAX_PATTERN_LENGTH) return []
    return [
      `a pattern of the rule "${id}" has ${pattern.length} characters, ${MAX_PATTERN_LENGTH} are allowed: shorten it, with * for what varies`,
    ]
  })
}

function exampleFaults(rule: CategoryRule, rules: readonly CategoryRule[]): readonly string[] {
  const missed = rule.examples.flatMap((example) => missedExample(example, rule, rules))
  const taken = rule.counterexamples.filter((example) => ruleOf(toFailure(example), [rule]) !== null)
  return [
    ...missed,
    ...taken.map((example) => `the rule "${rule.id}" takes its counterexample "${example}": make its pattern narrower`),
  ]
}

function missedExample(example: string, rule: CategoryRule, rules: readonly CategoryRule[]): readonly string[] {
  if (ruleOf(toFailure(example), [rule]) === null)
    return [`the rule "${rule.id}" does not take its example "${example}": make its pattern wider, or mend the example`]
  const winner = ruleOf(toFailure(example), rules)
  if (winner === null || winner.id === rule.id) return []
  return [`the example "${example}" of the rule "${rule.id}" goes to "${winner.id}", which is asked before it`]
}

function toFailure(message: string) {
  return { type: null, message, trace: '' }
}
