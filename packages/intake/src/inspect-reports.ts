import type { Inspection, InspectionError } from '@testwarden/core/files/inspect-file'
import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Files } from '@testwarden/core/ports/files'
import { createBenchmarkInspection } from './inspect-benchmarks.js'
import { createCoverageInspection } from './inspect-coverage.js'
import { createTestRunInspection } from './inspect-test-runs.js'
import type { GoodReport } from './read-report.js'
import { type ReadRequest, readReports } from './read-reports.js'

/** What any format may make of a report. */
export type AnyReport = CoverageReport | TestRunReport | BenchmarkReport

/**
 * What the tool sees in reports, without judging them: each by itself, and those of a kind merged. Paths stay as their
 * reports write them, because only a repository could say which file they mean.
 */
export async function inspectReports(
  request: ReadRequest<AnyReport>,
  files: Files,
): Promise<Omit<Inspection, 'schema'>> {
  const coverage = createCoverageInspection()
  const testRuns = createTestRunInspection()
  const benchmarks = createBenchmarkInspection()
  const errors: InspectionError[] = []
  for await (const read of readReports(request, files)) {
    if (!read.ok) errors.push({ path: read.path, message: read.error.message, line: read.error.line })
    else if (isTestRun(read)) testRuns.add(read)
    else if (isBenchmark(read)) benchmarks.add(read)
    else if (isCoverage(read)) coverage.add(read)
  }
  return {
    reports: [...coverage.reports(), ...testRuns.reports(), ...benchmarks.reports()],
    merged: { coverage: coverage.merged(), 'test-run': testRuns.merged(), benchmark: benchmarks.merged() },
    errors,
  }
}

function isCoverage(read: GoodReport<AnyReport>): read is GoodReport<CoverageReport> {
  return read.kind === 'coverage'
}

function isBenchmark(read: GoodReport<AnyReport>): read is GoodReport<BenchmarkReport> {
  return read.kind === 'benchmark'
}

function isTestRun(read: GoodReport<AnyReport>): read is GoodReport<TestRunReport> {
  return read.kind === 'test-run'
}
