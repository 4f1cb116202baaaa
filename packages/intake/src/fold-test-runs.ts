import { type Problem, ReportError } from '@testwarden/core/model/errors'
import type { ReadWarning } from '@testwarden/core/model/result'
import type { DeclaredTests, TestCase, TestRunReport } from '@testwarden/core/model/test-run'
import { addTestTotals, countTests, NO_TESTS, type TestTotals } from '@testwarden/core/model/test-totals'
import { countWord } from '@testwarden/core/render/inline'
import { copiedSuites } from './copied-suites.js'
import type { GoodReport, ReadReport } from './read-report.js'
import { problemOf } from './report-problem.js'

/** What all reports of test runs say together. */
export interface FoldedTestRuns {
  readonly reports: readonly TestRunSummary[]
  readonly totals: TestTotals
  readonly suites: number
  readonly durationUs: number
  /** Reports with suites that earlier ones had. */
  readonly copies: readonly RepeatedSuites[]
  /** Things worth saying that changed nothing: what was left out as a copy. */
  readonly notes: readonly string[]
  readonly problems: readonly Problem[]
}

/** One report of a test run as it was read: what a page tells of it, without its cases. */
export interface TestRunSummary {
  readonly path: string
  readonly format: string
  readonly dialect: string | null
  readonly partial: boolean
  /** Our recount over this report alone, copies included. */
  readonly totals: TestTotals
  readonly suites: number
  readonly durationUs: number
  readonly startedAt: string | null
  readonly declared: DeclaredTests | null
  /** The first few. */
  readonly warnings: readonly ReadWarning[]
  readonly warningCount: number
}

/** For people: what of a report was not counted again. */
export interface RepeatedSuites {
  readonly report: string
  readonly message: string
}

export interface TestRunFold {
  add(report: ReadReport<TestRunReport>): void
  result(): FoldedTestRuns
}

/**
 * Folds reports one by one: of each only a summary and digests of its suites remain. A suite at the top of a report that
 * an earlier one has with the same name and content is counted once: Ant writes each suite into a file of its own and
 * all of them into one. Nothing else is merged away: a test may well run twice.
 */
export function createTestRunFold(): TestRunFold {
  const known = new Map<string, string>()
  const reports: TestRunSummary[] = []
  const copies: RepeatedSuites[] = []
  const notes: string[] = []
  const problems: Problem[] = []
  let sum: Tally = { totals: NO_TESTS, suites: 0, durationUs: 0 }
  return {
    add(report) {
      if (!report.ok) return void problems.push(problemOf(report.error))
      const { path, model, duplicateOf } = report
      if (duplicateOf !== null)
        return void notes.push(`${path} has the same content as ${duplicateOf} and was counted once.`)
      if (report.partial) problems.push(problemOf(endsEarly(path)))
      const summary = summaryOf(report)
      reports.push(summary)
      const repeated = copiedSuites(model.cases, { report: path, known })
      if (repeated.size > 0) copies.push({ report: path, message: describeCopies(path, repeated) })
      sum = addTallies(sum, repeated.size === 0 ? summary : tallyOfRest(model, repeated))
    },
    result: () => ({ reports, ...sum, copies, notes: [...notes, ...copies.map(({ message }) => message)], problems }),
  }
}

interface Tally {
  readonly totals: TestTotals
  readonly suites: number
  readonly durationUs: number
}

function addTallies(left: Tally, right: Tally): Tally {
  return {
    totals: addTestTotals(left.totals, right.totals),
    suites: left.suites + right.suites,
    durationUs: left.durationUs + right.durationUs,
  }
}

/** Where a part of a report does not count, what its other cases say: it declares suites and time of the whole. */
function tallyOfRest(model: TestRunReport, repeated: ReadonlyMap<string, string>): Tally {
  const suites = new Set<string>()
  let durationUs = 0
  for (const testCase of countedCases(model, repeated)) {
    suites.add(testCase.suite.join('\0'))
    durationUs += testCase.durationUs ?? 0
  }
  return { totals: countTests(countedCases(model, repeated)), suites: suites.size, durationUs }
}

function* countedCases({ cases }: TestRunReport, repeated: ReadonlyMap<string, string>): Iterable<TestCase> {
  for (const testCase of cases) if (!repeated.has(testCase.suite[0] ?? '')) yield testCase
}

const KEPT_WARNINGS = 20

function summaryOf({ path, format, model, partial, warnings }: GoodReport<TestRunReport>): TestRunSummary {
  const { dialect, suites, durationUs, startedAt, declared } = model
  return {
    path,
    format,
    dialect,
    partial,
    totals: countTests(model.cases),
    suites,
    durationUs,
    startedAt,
    declared,
    warnings: warnings.slice(0, KEPT_WARNINGS),
    warningCount: warnings.length,
  }
}

/** @param repeated the report that has a suite already, by the suite's name; at least one */
function describeCopies(path: string, repeated: ReadonlyMap<string, string>): string {
  const [[name, first] = ['', '']] = repeated
  const others = repeated.size === 1 ? '' : ` and ${countWord(repeated.size - 1, 'other suite')}`
  return `${path} repeats the suite ${JSON.stringify(name)} of ${first}${others}: counted once.`
}

/** For a report of which only a part is there. */
export function endsEarly(path: string): ReportError {
  return new ReportError('The report ends early: only the tests before the cut were counted.', {
    path,
    line: null,
    remedy: 'Look at the step that writes it: the tests may have been stopped, or the disk may be full.',
  })
}
