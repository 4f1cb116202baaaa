import type { FileCoverage } from '@testwarden/core/model/coverage'
import { mergeFileCoverage } from '@testwarden/core/model/coverage-merge'
import { type Contradiction, createLineSets } from './contradictions.js'

/** Folds file by file, so that only the merged model is ever in memory, never all reports at once. */
export interface CoverageMerger {
  /**
   * @param file its path is resolved already
   * @param report path of the report that it comes from
   */
  add(file: FileCoverage, report: string): void
  /** Ascending by path. */
  files(): FileCoverage[]
  /** Reports that cannot both be right about some file. */
  contradictions(): readonly Contradiction[]
}

export function createCoverageMerger(): CoverageMerger {
  const merged = new Map<string, FileCoverage>()
  const lineSets = createLineSets()
  return {
    add(file, report) {
      const known = merged.get(file.path)
      merged.set(file.path, known === undefined ? file : mergeFileCoverage(known, file))
      lineSets.add(file, report)
    },
    files: () => [...merged.values()].sort((left, right) => (left.path < right.path ? -1 : 1)),
    contradictions: () => lineSets.contradictions(),
  }
}
