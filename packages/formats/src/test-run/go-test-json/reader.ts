import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Reader, ReaderOptions } from '../../format.js'
import { guardedReader } from '../../guarded-reader.js'
import { GoTestMachine } from './machine.js'

/** Reads events of go test. */
export function goTestJsonReader({ path }: ReaderOptions): Reader<TestRunReport> {
  return guardedReader(path, new GoTestMachine(path))
}
