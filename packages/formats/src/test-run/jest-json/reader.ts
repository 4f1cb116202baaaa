import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Reader, ReaderOptions } from '../../format.js'
import { testRunJsonReader } from '../json-reader.js'
import { JestDocument } from './document.js'

/** Reads Jest and Vitest JSON. */
export function jestJsonReader(options: ReaderOptions): Reader<TestRunReport> {
  return testRunJsonReader(options, (warnings) => new JestDocument(options.path, warnings))
}
