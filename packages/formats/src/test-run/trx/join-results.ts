import type { DeclaredTests, TestRunReport } from '@testwarden/core/model/test-run'
import { isFailing } from '@testwarden/core/model/test-totals'
import type { WarningLog } from '../../warning-log.js'
import { memberName } from '../dotnet/member-name.js'
import { outsideCase } from '../outside-case.js'
import { TestRunBuilder } from '../test-run-builder.js'
import type { TestDefinition, TestDefinitions } from './definitions.js'
import { attemptOf, type TrxResult } from './results.js'
import type { RunSummary } from './run-summary.js'

/** Of the whole run. */
export interface TrxTimes {
  readonly startedAt: string | null
  readonly durationUs: number | null
}

/** All that a TRX file says, read to its end. */
export interface TrxParts extends TrxTimes {
  readonly definitions: TestDefinitions
  readonly results: readonly TrxResult[]
  readonly summary: RunSummary
  readonly warnings: WarningLog
}

/**
 * Each result with the definition of its test. Results of one test are cases of their own, because rows of data share
 * the id of their test; results of one test and one execution are attempts.
 */
export function joinResults(parts: TrxParts): TestRunReport {
  const { definitions, summary, warnings, startedAt, durationUs } = parts
  const builder = new TestRunBuilder(warnings)
  const { cases, aggregates } = groupResults(parts.results)
  const suites = new Set<string>()
  const failing = cases.map((attempts) => addCase(attempts, { builder, suites, definitions, warnings }))
  const failure = summary.failureMessage()
  if (failure !== null && !failing.includes(true)) addFailureOfRun(failure, builder)
  const declared = declaredBy(summary, { listed: cases.length, aggregates })
  return builder.report({ dialect: null, suites: suites.size, durationUs, startedAt, declared })
}

interface Grouped {
  /** The results of each case, in the order of the file. */
  readonly cases: readonly (readonly TrxResult[])[]
  readonly aggregates: readonly TrxResult[]
}

function groupResults(results: readonly TrxResult[]): Grouped {
  const parents = new Set(results.flatMap(({ parentExecutionId }) => parentExecutionId ?? []))
  const byExecution = new Map<string, TrxResult[]>()
  const cases: TrxResult[][] = []
  const aggregates: TrxResult[] = []
  for (const result of results) {
    const earlier = byExecution.get(result.executionId)
    if (isOnlyAggregate(result, parents)) aggregates.push(result)
    else if (earlier?.[0] !== undefined && isSameTest(earlier[0], result)) earlier.push(result)
    else {
      const attempts = [result]
      cases.push(attempts)
      if (result.executionId !== '') byExecution.set(result.executionId, attempts)
    }
  }
  return { cases, aggregates }
}

function isSameTest(left: TrxResult, right: TrxResult): boolean {
  return left.testId === right.testId && left.name === right.name
}

/** One that failed while none of its rows did has something of its own to say, and stays. */
function isOnlyAggregate(result: TrxResult, parents: ReadonlySet<string>): boolean {
  if (result.rowCount > 0) return !isFailing(result.status) || result.hasFailingRow
  return result.isAggregate && parents.has(result.executionId)
}

interface Joining {
  readonly builder: TestRunBuilder
  readonly suites: Set<string>
  readonly definitions: TestDefinitions
  readonly warnings: WarningLog
}

/** @returns whether an attempt of it failed */
function addCase(results: readonly TrxResult[], { builder, suites, definitions, warnings }: Joining): boolean {
  const [first] = results
  if (first === undefined) return false
  const definition = definitions.of(first.testId)
  if (definition === null) warnings.add('a result has no definition that tells its class', first.at)
  const { path, file, className, tags, name } = definition ?? NO_DEFINITION
  suites.add([...path, file ?? '', className ?? ''].join('\0'))
  const attempts = results.map(attemptOf)
  const timed = results.flatMap(({ durationUs }) => durationUs ?? [])
  builder.add(
    {
      suite: path,
      className,
      name: memberName(first.name === '' ? name : first.name, className),
      file,
      line: null,
      durationUs: timed.length === 0 ? null : timed.reduce((sum, us) => sum + us, 0),
      tags,
      attempts,
    },
    first.at,
  )
  return attempts.some(({ status }) => isFailing(status))
}

const NO_DEFINITION: TestDefinition = { name: '', className: null, path: [], file: null, tags: [] }

/** A run that failed must not look like one that passed, even where it failed outside of its tests. */
function addFailureOfRun(message: string, builder: TestRunBuilder): void {
  builder.add(outsideCase({ name: 'the test run itself', failure: { type: null, message, trace: '' } }), null)
}

/** vstest counts the result that stands for rows of data beside the rows. */
function declaredBy(
  summary: RunSummary,
  { listed, aggregates }: { readonly listed: number; readonly aggregates: readonly TrxResult[] },
): DeclaredTests | null {
  const counters = summary.declared()
  if (counters === null) return null
  const countsBoth = aggregates.length > 0 && counters.cases === listed + aggregates.length
  if (!countsBoth) return { ...counters, errored: null }
  const failing = aggregates.filter(({ status }) => isFailing(status)).length
  const failed = counters.failed === null ? null : Math.max(counters.failed - failing, 0)
  return { cases: listed, failed, errored: null, skipped: counters.skipped }
}
