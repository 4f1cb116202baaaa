import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Reader, ReaderOptions } from '../../format.js'
import { testRunJsonReader } from '../json-reader.js'
import { CtrfDocument } from './document.js'

/** Reads CTRF. */
export function ctrfReader(options: ReaderOptions): Reader<TestRunReport> {
  return testRunJsonReader(options, (warnings) => new CtrfDocument(options.path, warnings))
}
