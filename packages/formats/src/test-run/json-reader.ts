import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Reader, ReaderOptions } from '../format.js'
import { type CountedDocument, countedJsonReader } from '../json/counted-reader.js'
import { JSON_LIMITS, type JsonLimits } from '../json/limits.js'
import type { WarningLog } from '../warning-log.js'
import { ClippedText } from './clipped-text.js'

/** What makes a report of a document's members; its count is that of the cases so far. */
export type TestRunDocument = CountedDocument<TestRunReport>

/** A message longer than this is cut while it is read: a failure may hold a page, a picture, a whole log. */
const MAX_TEXT_LENGTH = 64 * 1024
const LIMITS: JsonLimits = { ...JSON_LIMITS, maxTextLength: MAX_TEXT_LENGTH }

/** A {@link Reader} for test results in JSON. A document that is cut off is partial as soon as it has a case. */
export function testRunJsonReader(
  options: ReaderOptions,
  start: (warnings: WarningLog) => TestRunDocument,
): Reader<TestRunReport> {
  return countedJsonReader(options, {
    start,
    cutOff: 'the file ends early: what came before counts, tests behind are missing',
    limits: LIMITS,
    longText: new ClippedText(MAX_TEXT_LENGTH),
  })
}
