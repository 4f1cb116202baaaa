import type { Reader, ReaderOptions } from '../format.js'
import { guardedReader } from '../guarded-reader.js'
import { WarningLog } from '../warning-log.js'
import type { JsonLimits } from './limits.js'
import { JsonScanner } from './scanner.js'
import type { JsonNumbers, LongText } from './scanner-options.js'
import type { JsonVisitor } from './visitor.js'

/** What makes a model of a document's members, and can do so before the document is whole. */
export interface CountedDocument<Model> {
  /** Is asked to `enter` the root. */
  readonly visitor: JsonVisitor
  /** Things found so far. */
  readonly count: number
  /** Whether the report is whole and says itself that the run was not; absent: it cannot say so. */
  readonly wasInterrupted?: boolean
  /**
   * Is asked for once, after the last member that there is.
   * @throws ReportError for a document that is no report of its format
   */
  model(): Model
}

export interface CountedReading<Model> {
  readonly start: (warnings: WarningLog) => CountedDocument<Model>
  /** What is said of a file that ends early and has something in it. */
  readonly cutOff: string
  readonly limits?: JsonLimits
  readonly numbers?: JsonNumbers
  readonly longText?: LongText
}

/** A {@link Reader} of a JSON document. One that is cut off is partial as soon as something was found in it. */
export function countedJsonReader<Model>(
  { path }: ReaderOptions,
  { start, cutOff, ...reading }: CountedReading<Model>,
): Reader<Model> {
  const warnings = new WarningLog()
  const document = start(warnings)
  const scanner = new JsonScanner(document.visitor, { path, warnings, ...reading })
  return guardedReader(path, {
    warnings,
    write: (text) => scanner.write(text),
    end() {
      const early = scanner.endAnywhere()
      if (early !== null && document.count === 0) throw early
      if (early !== null) warnings.add(cutOff, early.line)
      return { model: document.model(), partial: early !== null || document.wasInterrupted === true }
    },
  })
}
