import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Reader, ReaderOptions } from '../format.js'
import { guardedReader } from '../guarded-reader.js'
import { JSON_LIMITS, type JsonLimits } from '../json/limits.js'
import { JsonScanner } from '../json/scanner.js'
import type { JsonVisitor } from '../json/visitor.js'
import { WarningLog } from '../warning-log.js'
import { ClippedText } from './clipped-text.js'

/** What makes a report of a document's members. */
export interface TestRunDocument {
  /** Is asked to `enter` the root. */
  readonly visitor: JsonVisitor
  /** Cases so far. */
  readonly count: number
  /** Whether the report is whole and says itself that the run was not; absent: it cannot say so. */
  readonly wasInterrupted?: boolean
  /**
   * Is asked for once, after the last member that there is.
   * @throws ReportError for a document that is no report of its format
   */
  model(): TestRunReport
}

/** A message longer than this is cut while it is read: a failure may hold a page, a picture, a whole log. */
const MAX_TEXT_LENGTH = 64 * 1024
const LIMITS: JsonLimits = { ...JSON_LIMITS, maxTextLength: MAX_TEXT_LENGTH }

/** A {@link Reader} for test results in JSON. A document that is cut off is partial as soon as it has a case. */
export function testRunJsonReader(
  { path }: ReaderOptions,
  start: (warnings: WarningLog) => TestRunDocument,
): Reader<TestRunReport> {
  const warnings = new WarningLog()
  const document = start(warnings)
  const longText = new ClippedText(MAX_TEXT_LENGTH)
  const scanner = new JsonScanner(document.visitor, { path, warnings, limits: LIMITS, longText })
  return guardedReader(path, {
    warnings,
    write: (text) => scanner.write(text),
    end() {
      const cutOff = scanner.endAnywhere()
      if (cutOff !== null && document.count === 0) throw cutOff
      if (cutOff !== null)
        warnings.add('the file ends early: what came before counts, tests behind are missing', cutOff.line)
      return { model: document.model(), partial: cutOff !== null || document.wasInterrupted === true }
    },
  })
}
