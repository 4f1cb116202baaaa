import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { guardedReader } from '../../guarded-reader.js'
import { LcovMachine } from './machine.js'

/** Reads LCOV tracefile. */
export function lcovReader({ path }: ReaderOptions): Reader<CoverageReport> {
  return guardedReader(path, new LcovMachine(path))
}
