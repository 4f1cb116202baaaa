import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Reader, ReaderOptions } from '../../format.js'
import { testRunJsonReader } from '../json-reader.js'
import { PlaywrightDocument } from './document.js'

/** Reads Playwright's JSON. */
export function playwrightJsonReader(options: ReaderOptions): Reader<TestRunReport> {
  return testRunJsonReader(options, (warnings) => new PlaywrightDocument(options.path, warnings))
}
