import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Reader, ReaderOptions } from '../../format.js'
import { testRunJsonReader } from '../json-reader.js'
import { MochaDocument } from './document.js'

/** Reads Mocha's JSON. */
export function mochaJsonReader(options: ReaderOptions): Reader<TestRunReport> {
  return testRunJsonReader(options, (warnings) => new MochaDocument(options.path, warnings))
}
