import { reachesFloor } from '@testwarden/core/limits/threshold'
import { isWorse, type Severity } from '@testwarden/core/model/severity'
import type { SeverityRule } from './severity-rule.js'

/** What of a run counts: neither skipped tests nor failures that are known flakes or under a quarantine. */
export interface CountedTests {
  readonly total: number
  /** The kinds of each test that failed; one list for each. */
  readonly failed: readonly (readonly string[])[]
}

export interface SeverityQuestion {
  readonly tests: CountedTests
  readonly matrix: readonly SeverityRule[]
  /** Of fewer tests their share says nothing: one of one is no catastrophe. */
  readonly minTests: number
}

export interface JudgedSeverity {
  readonly severity: Severity
  /** What made it so, for people. */
  readonly because: SeverityCause
}

export type SeverityCause =
  | { readonly kind: 'rate'; readonly failed: number; readonly total: number; readonly limit: string }
  | { readonly kind: 'category'; readonly category: string; readonly failed: number }
  /** Something failed, and no row of the matrix says more of it. */
  | { readonly kind: 'any-failure'; readonly failed: number; readonly total: number }

/** null: nothing failed that counts. Something that fails is never nothing: it is `low` at least. */
export function judgeSeverity({ tests, matrix, minTests }: SeverityQuestion): JudgedSeverity | null {
  const failed = tests.failed.length
  if (failed === 0) return null
  const least: JudgedSeverity = { severity: 'low', because: { kind: 'any-failure', failed, total: tests.total } }
  return matrix
    .flatMap((rule) => judgedBy(rule, tests, minTests) ?? [])
    .reduce((worst, each) => (isWorse(each.severity, worst.severity) ? each : worst), least)
}

function judgedBy(rule: SeverityRule, tests: CountedTests, minTests: number): JudgedSeverity | null {
  const { severity } = rule
  const category = rule.categories.find((name) => tests.failed.some((kinds) => kinds.includes(name)))
  if (category !== undefined) {
    const failed = tests.failed.filter((kinds) => kinds.includes(category)).length
    return { severity, because: { kind: 'category', category, failed } }
  }
  const { failureRate: limit } = rule
  const [failed, total] = [tests.failed.length, tests.total]
  if (limit === null || total < minTests || total === 0) return null
  const isReached = reachesFloor({ numerator: failed, denominator: total }, limit)
  return isReached ? { severity, because: { kind: 'rate', failed, total, limit } } : null
}
