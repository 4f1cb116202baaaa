import type { TestFailure } from '@testwarden/core/model/test-run'
import { createRuleFinder, type RuleFinder } from './categorise.js'
import type { CategoryRule } from './category.js'
import { MAX_PATTERN_LENGTH, saysSomething } from './pattern.js'

/**
 * What is wrong with rules, one sentence each; empty: all is well. Patterns that take everything or nothing, ids that
 * stand twice, examples that the rule does not take or that a rule before it takes, counterexamples that it takes.
 * @param rules in the order in which they are asked
 */
export function checkRules(rules: readonly CategoryRule[]): readonly string[] {
  const findRule = createRuleFinder(rules)
  return [...repeatedIds(rules), ...rules.flatMap((rule) => [...patternFaults(rule), ...exampleFaults(rule, findRule)])]
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

/** @param findRule asks all rules */
function exampleFaults(rule: CategoryRule, findRule: RuleFinder): readonly string[] {
  const askAlone = createRuleFinder([rule])
  const isTaken = (example: string): boolean => askAlone(toFailure(example)) !== null
  return [
    ...rule.examples.flatMap((example) =>
      isTaken(example) ? takenBefore(example, rule, findRule) : [missed(example, rule)],
    ),
    ...rule.counterexamples.filter(isTaken).map((example) => takenByMistake(example, rule)),
  ]
}

function takenBefore(example: string, { id }: CategoryRule, findRule: RuleFinder): readonly string[] {
  const winner = findRule(toFailure(example))
  if (winner === null || winner.id === id) return []
  return [`the example "${example}" of the rule "${id}" goes to "${winner.id}", which is asked before it`]
}

function missed(example: string, { id }: CategoryRule): string {
  return `the rule "${id}" does not take its example "${example}": make its pattern wider, or mend the example`
}

function takenByMistake(example: string, { id }: CategoryRule): string {
  return `the rule "${id}" takes its counterexample "${example}": make its pattern narrower`
}

function toFailure(message: string): TestFailure {
  return { type: null, message, trace: '' }
}
