import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { guardedReader } from '../../guarded-reader.js'
import { watchReport } from '../../report-watch.js'
import { GoCoverMachine } from './machine.js'

/** Reads Go coverprofile. */
export function goCoverReader({ path, witness }: ReaderOptions): Reader<CoverageReport> {
  return guardedReader(path, new GoCoverMachine(path, watchReport(witness)))
}
