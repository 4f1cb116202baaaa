import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Reader, ReaderOptions } from '../../format.js'
import { testRunJsonReader } from '../json-reader.js'
import { MochawesomeDocument } from './document.js'

/** Reads Mochawesome. */
export function mochawesomeReader(options: ReaderOptions): Reader<TestRunReport> {
  return testRunJsonReader(options, (warnings) => new MochawesomeDocument(options.path, warnings))
}
