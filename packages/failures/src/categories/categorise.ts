import type { TestFailure } from '@testwarden/core/model/test-run'
import { errorLines } from '../error-text.js'
import type { Category, CategoryRule } from './category.js'
import { compilePattern, type Pattern } from './pattern.js'

export type RuleFinder = (failure: TestFailure) => CategoryRule | null

/**
 * The first rule that knows the failure by its type, its message, or what its trace says besides frames and source; null:
 * none does. For many failures, {@link createRuleFinder} does what is the same for all of them once.
 * @param rules in the order in which they are asked: `CATEGORY_RULES`, or what `withOwnRules` makes of them
 */
export function categorise(failure: TestFailure, rules: readonly CategoryRule[]): Category | null {
  return createRuleFinder(rules)(failure)
}

export function createRuleFinder(rules: readonly CategoryRule[]): RuleFinder {
  const compiled = rules.map((rule) => ({ rule, patterns: rule.patterns.map(compilePattern) }))
  return (failure) => {
    const lines = errorLines(failure).map((line) => line.toLowerCase())
    const text = lines.join('\n')
    return compiled.find(({ patterns }) => patterns.some((pattern) => isSaid(pattern, text, lines)))?.rule ?? null
  }
}

/** Most patterns are not in most texts: one look at the whole spares a look at each line. */
function isSaid(pattern: Pattern, text: string, lines: readonly string[]): boolean {
  return text.includes(pattern.hint) && lines.some((line) => pattern.matches(line))
}
