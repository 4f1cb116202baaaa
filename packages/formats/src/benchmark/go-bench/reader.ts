import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../../format.js'
import { guardedReader } from '../../guarded-reader.js'
import { GoBenchMachine } from './machine.js'

/** Reads the Go benchmark data format. */
export function goBenchReader({ path }: ReaderOptions): Reader<BenchmarkReport> {
  return guardedReader(path, new GoBenchMachine(path))
}
