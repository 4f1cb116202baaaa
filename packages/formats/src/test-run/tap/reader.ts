import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Reader, ReaderOptions } from '../../format.js'
import { guardedReader } from '../../guarded-reader.js'
import { TapMachine } from './machine.js'

/** Reads TAP. */
export function tapReader({ path }: ReaderOptions): Reader<TestRunReport> {
  return guardedReader(path, new TapMachine(path))
}
