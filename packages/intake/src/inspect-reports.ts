import type { InspectedReport, Inspection, InspectionError } from '@testwarden/core/files/inspect-file'
import type { CoverageReport, FileCoverage } from '@testwarden/core/model/coverage'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import type { Files } from '@testwarden/core/ports/files'
import { type CoverageMerger, createCoverageMerger } from './merge-coverage.js'
import type { ReadReport } from './read-report.js'
import { type ReadRequest, readReports } from './read-reports.js'

/**
 * What the tool sees in reports, without judging them: each by itself, and all of them merged. Paths stay as their
 * reports write them, because only a repository could say which file they mean.
 */
export async function inspectReports(
  request: ReadRequest<CoverageReport>,
  files: Files,
): Promise<Omit<Inspection, 'schema'>> {
  const reports: InspectedReport[] = []
  const errors: InspectionError[] = []
  const merger = createCoverageMerger()
  for await (const read of readReports(request, files)) {
    if (!read.ok) {
      errors.push({ path: read.path, message: read.error.message, line: read.error.line })
      continue
    }
    reports.push(inspected(read))
    if (read.duplicateOf === null) addFiles(merger, read.model.files, read.path)
  }
  return {
    reports: reports.map((report) => withContradictions(report, merger)),
    merged: { coverage: mergedCoverage(reports, merger), 'test-run': null, benchmark: null },
    errors,
  }
}

function inspected({
  path,
  format,
  model,
  partial,
  warnings,
}: Extract<ReadReport<CoverageReport>, { ok: true }>): InspectedReport {
  return {
    path,
    kind: 'coverage',
    format,
    dialect: model.dialect,
    partial,
    totals: countCoverage(model.files),
    declared: model.declared,
    files: model.files.length,
    warnings,
  }
}

/** Said at the report that came later. */
function withContradictions(report: InspectedReport, merger: CoverageMerger): InspectedReport {
  const found = merger.contradictions().filter(({ other }) => other === report.path)
  if (found.length === 0) return report
  return { ...report, warnings: [...report.warnings, ...found.map(({ message }) => ({ message, line: null }))] }
}

function addFiles(merger: CoverageMerger, files: readonly FileCoverage[], report: string): void {
  for (const file of files) {
    const path = plainPath(file.path)
    // Without a repository only the module tells two files of the same package and name apart.
    merger.add({ ...file, path: file.module === undefined ? path : `${file.module}/${path}` }, report)
  }
}

/** One spelling for `a\b.ts`, `./a/b.ts` and `a/./b.ts`, so that shards of one run fold. */
function plainPath(path: string): string {
  return path.replaceAll('\\', '/').replace(/(^|\/)(?:\.\/)+/g, '$1')
}

function mergedCoverage(reports: readonly InspectedReport[], merger: CoverageMerger): Inspection['merged']['coverage'] {
  if (reports.length === 0) return null
  const files = merger.files()
  return { totals: countCoverage(files), files: files.length }
}
