import type { FileCoverage } from '@testwarden/core/model/coverage'
import { mergeFileCoverage } from '@testwarden/core/model/coverage-merge'

/** Folds file by file, so that only the merged model is ever in memory, never all reports at once. */
export interface CoverageMerger {
  /** @param file its path is resolved already */
  add(file: FileCoverage): void
  /** Ascending by path. */
  files(): FileCoverage[]
}

export function createCoverageMerger(): CoverageMerger {
  const merged = new Map<string, FileCoverage>()
  return {
    add(file) {
      const known = merged.get(file.path)
      merged.set(file.path, known === undefined ? file : mergeFileCoverage(known, file))
    },
    files: () => [...merged.values()].sort((left, right) => (left.path < right.path ? -1 : 1)),
  }
}
