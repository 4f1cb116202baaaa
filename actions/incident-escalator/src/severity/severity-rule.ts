import type { Severity } from '@testwarden/core/model/severity'

/** A row of the matrix: what makes an incident so severe. The worst row that holds counts. */
export interface SeverityRule {
  readonly severity: Severity
  /** At least so many percent of the tests fail, as an exact decimal; null: their share does not matter. */
  readonly failureRate: string | null
  /** Names of kinds of tests of which one that fails is enough. */
  readonly categories: readonly string[]
}

/** What is assumed. A share that is exactly on a limit belongs to the higher severity. */
export const ASSUMED_MATRIX: readonly SeverityRule[] = [
  { severity: 'critical', failureRate: '50', categories: ['security'] },
  { severity: 'high', failureRate: '20', categories: ['integration'] },
  { severity: 'medium', failureRate: '10', categories: ['performance'] },
  { severity: 'low', failureRate: '0', categories: [] },
]
