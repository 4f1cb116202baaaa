import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Reader, ReaderOptions } from '../../format.js'
import { guardedReader } from '../../guarded-reader.js'
import { DartMachine } from './machine.js'

/** Reads events of Dart tests. */
export function dartJsonReader({ path }: ReaderOptions): Reader<TestRunReport> {
  return guardedReader(path, new DartMachine(path))
}
