import type { InspectedTestRun, MergedTestRuns } from '@testwarden/core/files/inspected-test-run'
import type { TestRunReport } from '@testwarden/core/model/test-run'
import { countTests } from '@testwarden/core/model/test-totals'
import { createTestRunFold, type RepeatedSuites } from './fold-test-runs.js'
import type { GoodReport } from './read-report.js'

export interface TestRunInspection {
  add(read: GoodReport<TestRunReport>): void
  reports(): readonly InspectedTestRun[]
  /** null where there was no report. */
  merged(): MergedTestRuns | null
}

/** Reports of test runs, each by itself and all of them as one. */
export function createTestRunInspection(): TestRunInspection {
  const fold = createTestRunFold()
  const reports: InspectedTestRun[] = []
  return {
    add(read) {
      fold.add(read)
      reports.push(inspected(read))
    },
    reports: () => {
      const { copies } = fold.result()
      return reports.map((report) => withCopies(report, copies))
    },
    merged() {
      if (reports.length === 0) return null
      const { totals, suites, durationUs } = fold.result()
      return { totals, suites, durationMs: milliseconds(durationUs) }
    },
  }
}

function inspected({ path, format, model, partial, warnings }: GoodReport<TestRunReport>): InspectedTestRun {
  return {
    path,
    kind: 'test-run',
    format,
    dialect: model.dialect,
    partial,
    totals: countTests(model.cases),
    declared: model.declared,
    suites: model.suites,
    durationMs: milliseconds(model.durationUs),
    warnings,
  }
}

/** Said at the report that came later. */
function withCopies(report: InspectedTestRun, copies: readonly RepeatedSuites[]): InspectedTestRun {
  const said = copies.filter((copy) => copy.report === report.path)
  return { ...report, warnings: [...report.warnings, ...said.map(({ message }) => ({ message, line: null }))] }
}

function milliseconds(durationUs: number): number {
  return Math.round(durationUs / 1000)
}
