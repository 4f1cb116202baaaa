import type { Problem } from '@testwarden/core/model/errors'
import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Files } from '@testwarden/core/ports/files'
import { countWord } from '@testwarden/core/render/inline'
import { copiedSuites } from './copied-suites.js'
import { endsEarly } from './fold-test-runs.js'
import type { GoodReport } from './read-report.js'
import type { ReadRequest } from './read-reports.js'
import { problemOf } from './report-problem.js'
import { reportsOfRun } from './reports-of-run.js'
import type { Repository } from './repository.js'

/** Takes reports one by one, each content once. */
export interface TestReportReader {
  add(report: ReportToCount): void
}

export interface ReportToCount extends GoodReport<TestRunReport> {
  /** Whether an earlier report has this suite at the top of its cases; absent: none has any of them. */
  readonly isCopied?: (suite: string) => boolean
}

export interface TestReportSources {
  readonly request: Omit<ReadRequest<TestRunReport>, 'isSkipped'>
  readonly repository: Repository
  readonly files: Files
  readonly reader: TestReportReader
}

/** What is to be said of the reports beside what the reader makes of them. */
export interface ReadTestReports {
  /** Things worth saying that changed nothing: what was left out as a copy. */
  readonly notes: readonly string[]
  readonly problems: readonly Problem[]
}

/** Hands the reports of a run to whoever wants the tests in them. */
export async function readTestReports({
  request,
  repository,
  files,
  reader,
}: TestReportSources): Promise<ReadTestReports> {
  const problems: Problem[] = []
  const notes: string[] = []
  const known = new Map<string, string>()
  for await (const report of reportsOfRun(request, { repository, files })) {
    if (!report.ok) problems.push(problemOf(report.error))
    else if (report.duplicateOf !== null)
      notes.push(`${report.path} has the same content as ${report.duplicateOf} and was counted once.`)
    else {
      if (report.partial) problems.push(problemOf(endsEarly(report.path)))
      const repeated = copiedSuites(report.model.cases, { report: report.path, known })
      if (repeated.size > 0) notes.push(describeCopies(report.path, repeated))
      reader.add(repeated.size === 0 ? report : { ...report, isCopied: (suite) => repeated.has(suite) })
    }
  }
  return { notes, problems }
}

/** Ant writes each suite into a file of its own, and all of them into one. */
function describeCopies(path: string, repeated: ReadonlyMap<string, string>): string {
  const [first] = repeated.values()
  return `${path} has ${countWord(repeated.size, 'suite')} that ${first} and others have too: counted once.`
}
