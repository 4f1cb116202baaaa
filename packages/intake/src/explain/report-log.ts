import type { ExplainedReport } from '@testwarden/core/files/explain-file'
import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Problem } from '@testwarden/core/model/errors'
import type { ReadReport } from '../read-report.js'

/** Every report that was looked at; what became of each is known when all were. */
export interface ReportLog {
  add(report: ReadReport<CoverageReport>): void
  /** @param mentioning paths of the reports that mention the file */
  list(problems: readonly Problem[], mentioning: ReadonlySet<string>): readonly ExplainedReport[]
}

type LoggedReport = Omit<ExplainedReport, 'outcome' | 'mentionsFile' | 'problem'> & {
  readonly partial: boolean
  readonly error: string | null
}

export function createReportLog(): ReportLog {
  const reports: LoggedReport[] = []
  return {
    add: (report) => void reports.push(logged(report)),
    list(problems, mentioning) {
      const explained = reports.map((report) => explain(report, { problems, mentioning }))
      return explained.sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0))
    },
  }
}

function logged(report: ReadReport<CoverageReport>): LoggedReport {
  const { path } = report
  if (!report.ok)
    return { path, format: null, dialect: null, copyOf: null, files: 0, partial: false, error: report.error.message }
  const { format, model, partial, duplicateOf } = report
  return { path, format, dialect: model.dialect, copyOf: duplicateOf, files: model.files.length, partial, error: null }
}

interface Known {
  readonly problems: readonly Problem[]
  readonly mentioning: ReadonlySet<string>
}

function explain({ partial, error, ...report }: LoggedReport, { problems, mentioning }: Known): ExplainedReport {
  const mentionsFile = mentioning.has(report.copyOf ?? report.path)
  const message = error ?? problems.find(({ path }) => path === report.path)?.message ?? null
  const base = { ...report, mentionsFile }
  if (error !== null) return { ...base, outcome: 'unreadable', problem: message }
  if (report.copyOf !== null)
    return { ...base, outcome: 'copy', problem: `It has the same content as ${report.copyOf}.` }
  if (partial) return { ...base, outcome: 'cut-off', problem: message }
  return { ...base, outcome: message === null ? 'counted' : 'unmatched', problem: message }
}
