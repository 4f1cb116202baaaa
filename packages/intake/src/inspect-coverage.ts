import type { InspectedCoverage, MergedReports } from '@testwarden/core/files/inspect-file'
import type { CoverageReport, FileCoverage } from '@testwarden/core/model/coverage'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import { type CoverageMerger, createCoverageMerger } from './merge-coverage.js'
import type { GoodReport } from './read-report.js'

export interface CoverageInspection {
  add(read: GoodReport<CoverageReport>): void
  reports(): readonly InspectedCoverage[]
  /** null where there was no report. */
  merged(): MergedReports['coverage']
}

/** Coverage reports, each by itself and all of them merged. */
export function createCoverageInspection(): CoverageInspection {
  const merger = createCoverageMerger()
  const reports: InspectedCoverage[] = []
  return {
    add(read) {
      reports.push(inspected(read))
      if (read.duplicateOf === null) addFiles(merger, read.model.files, read.path)
    },
    reports: () => reports.map((report) => withContradictions(report, merger)),
    merged() {
      if (reports.length === 0) return null
      const files = merger.files()
      return { totals: countCoverage(files), files: files.length }
    },
  }
}

function inspected({ path, format, model, partial, warnings }: GoodReport<CoverageReport>): InspectedCoverage {
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
function withContradictions(report: InspectedCoverage, merger: CoverageMerger): InspectedCoverage {
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
