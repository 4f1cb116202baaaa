import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../../format.js'
import { guardedReader } from '../../guarded-reader.js'
import { CriterionMessagesMachine } from './machine.js'

/** Reads messages of cargo-criterion. */
export function criterionMessagesReader({ path }: ReaderOptions): Reader<BenchmarkReport> {
  return guardedReader(path, new CriterionMessagesMachine(path))
}
