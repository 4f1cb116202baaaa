import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Reader, ReaderOptions } from '../../format.js'
import { testRunJsonReader } from '../json-reader.js'
import { RspecDocument } from './document.js'

/** Reads RSpec's JSON. */
export function rspecJsonReader(options: ReaderOptions): Reader<TestRunReport> {
  return testRunJsonReader(options, (warnings) => new RspecDocument(options.path, warnings))
}
