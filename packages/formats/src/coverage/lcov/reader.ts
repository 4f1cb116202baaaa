import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { guardedReader } from '../../guarded-reader.js'
import { watchReport } from '../../report-watch.js'
import { LcovMachine } from './machine.js'

/** Reads LCOV tracefile. */
export function lcovReader({ path, witness }: ReaderOptions): Reader<CoverageReport> {
  return guardedReader(path, new LcovMachine(path, watchReport(witness)))
}
