import type { CoverageCounts } from '@testwarden/core/model/coverage-formula'
import { countFileFacts, type FileFacts } from './file-facts.js'
import { partialLines } from './partial-lines.js'
import { countLines } from './ranges.js'

/** The counts of a file with what only some formulas need. */
export function countsOfFile(file: FileFacts): CoverageCounts {
  return { ...countFileFacts(file), partialLines: countLines(partialLines(file)) }
}
