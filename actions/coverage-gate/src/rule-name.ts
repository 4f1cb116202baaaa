import type { Counting, Formula } from '@testwarden/core/model/coverage-formula'
import type { HeadlineCounting } from './formula.js'

/** What the reasons of one rule have in common. */
export interface RuleName {
  readonly ruleId: string
  readonly title: string
  /** What is counted, in the plural: `lines`. */
  readonly counted: string
  /** By which formula, where that is not what {@link ruleId} says. */
  readonly formula?: Formula
  /** Which of several the rule judges. */
  readonly subject?: string
}

const NOUNS: Readonly<Record<Counting, string>> = {
  lines: 'lines',
  'full-lines': 'lines',
  'lines-and-branches': 'lines and branches',
  statements: 'statements',
  elements: 'lines, branches and functions',
}

/** `lines and branches`, for what a counting counts */
export function nounOf(counting: Counting): string {
  return NOUNS[counting]
}

/** For a formula that needs more than everything tells: reports list it, but records of older versions may not. */
export function notTold({ counted }: RuleName): string {
  const remedy = 'A run of the default branch that reports everything writes a record that does.'
  return `Not all that was read or carried forward tells how many ${counted} were covered. ${remedy}`
}

/** A rule's name with what it counts: `lines and branches (sonar)`. */
export function nameBy({ formula, counting }: HeadlineCounting, name: Omit<RuleName, 'counted' | 'formula'>): RuleName {
  if (formula === 'lines') return { ...name, counted: nounOf(counting) }
  return { ...name, counted: `${nounOf(counting)} (${formula})`, formula }
}
