import { isWorse, type Severity } from '@testwarden/core/model/severity'
import type { TestKey } from '@testwarden/core/model/test-key'
import type { TestRuns, UnplainCase } from '@testwarden/history/tests/decode-runs'
import { judgeSeverity } from '../severity/judge-severity.js'
import type { SeverityRule } from '../severity/severity-rule.js'

/** What was wrong in a recorded run, as far as history keeps it: no messages. */
export interface RecordedTrouble {
  /** See `Trouble`. */
  readonly cause: string
  readonly severity: Severity
  /** That failed and count, ascending. */
  readonly tests: readonly TestKey[]
}

export interface RecordedRules {
  readonly matrix: readonly SeverityRule[]
  readonly minTests: number
  kindsOf(key: TestKey): readonly string[]
}

export interface JudgedRun {
  readonly runs: TestRuns
  readonly run: number
  /** Tests that count for nothing. */
  readonly flakes: ReadonlySet<TestKey>
}

/** A mass failure: whatever its tests say, the surroundings are at fault. */
export const SURROUNDINGS = 'surroundings'

/** One trouble for each fingerprint, the largest first. The share of all failures is the severity of the largest at least. */
export function troublesOfRun({ runs, run, flakes }: JudgedRun, rules: RecordedRules): readonly RecordedTrouble[] {
  const failed = failedForGood(runs, run).filter(({ key }) => !flakes.has(key))
  if (failed.length === 0) return []
  const total = countedTests({ runs, run, flakes })
  const severityOf = (kinds: readonly (readonly string[])[]): Severity =>
    judgeSeverity({ tests: { total, failed: kinds }, ...rules })?.severity ?? 'low'
  const whole = severityOf(failed.map(() => []))
  const groups = runs.withheld(run) === null ? groupByCause(failed) : new Map([[SURROUNDINGS, failed]])
  const largestFirst = [...groups].sort(([, left], [, right]) => right.length - left.length)
  return largestFirst.map(([cause, members], index) => {
    const own = severityOf(members.map(({ key }) => rules.kindsOf(key)))
    const severity = index === 0 && isWorse(whole, own) ? whole : own
    return { cause, severity, tests: members.map(({ key }) => key) }
  })
}

/** What passed later in the same run is a flake, and nobody's incident. */
export function failedForGood(runs: TestRuns, run: number): readonly UnplainCase[] {
  return runs.failed(run).filter(({ passed }) => passed === 0)
}

/** That ran: neither skipped ones nor known flakes. */
function countedTests({ runs, run, flakes }: JudgedRun): number {
  const skipped = runs.failing(run).filter(({ failed, passed }) => failed === 0 && passed === 0).length
  const known = [...flakes].filter((key) => {
    const cell = runs.cellOf(run, key)
    return cell !== null && cell.failed + cell.passed > 0
  })
  return runs.count(run) - skipped - known.length
}

/** What nobody read a failure of has a cause of its own. */
function groupByCause(failed: readonly UnplainCase[]): ReadonlyMap<string, readonly UnplainCase[]> {
  const groups = new Map<string, UnplainCase[]>()
  for (const test of failed) {
    const cause = test.fingerprint === null ? `test:${test.key}` : `failure:${test.fingerprint}`
    const known = groups.get(cause)
    if (known === undefined) groups.set(cause, [test])
    else known.push(test)
  }
  return groups
}
