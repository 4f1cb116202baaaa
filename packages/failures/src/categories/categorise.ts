import type { TestFailure } from '@testwarden/core/model/test-run'
import { errorLines } from '../error-text.js'
import type { Category, CategoryRule } from './category.js'
import { matchesPattern } from './pattern.js'

/**
 * The first rule that knows the failure by its type, its message, or what its trace says besides frames and source; null:
 * none does.
 * @param rules in the order in which they are asked: `CATEGORY_RULES`, or what `withOwnRules` makes of them
 */
export function categorise(failure: TestFailure, rules: readonly CategoryRule[]): Category | null {
  return ruleOf(failure, rules)
}

export function ruleOf(failure: TestFailure, rules: readonly CategoryRule[]): CategoryRule | null {
  const lines = errorLines(failure).map((line) => line.toLowerCase())
  return rules.find((rule) => answers(lines, rule)) ?? null
}

function answers(lines: readonly string[], { patterns }: CategoryRule): boolean {
  return patterns.some((pattern) => lines.some((line) => matchesPattern(line, pattern)))
}
