import type { Reader } from '../format.js'
import { guardedReader } from '../guarded-reader.js'
import type { ReportWatch } from '../report-watch.js'
import { WarningLog } from '../warning-log.js'
import { JsonScanner } from './scanner.js'
import type { JsonVisitor } from './visitor.js'
import { watchedVisitor } from './watched-visitor.js'

/** What makes a model of a document's members; `model` is asked for once, after the last of them. */
export interface JsonDocument<Model> {
  /** Is asked to `enter` the root. */
  readonly visitor: JsonVisitor
  model(): Model
}

/**
 * A {@link Reader} for JSON. A document that is cut off is not well-formed, so it is an error and never partial.
 * @param watch is moved along where somebody wants to know places
 */
export function jsonReader<Model>(
  path: string,
  start: (warnings: WarningLog) => JsonDocument<Model>,
  watch: ReportWatch | null = null,
): Reader<Model> {
  const warnings = new WarningLog()
  const document = start(warnings)
  const visitor = watch === null ? document.visitor : watchedVisitor(document.visitor, watch)
  const scanner = new JsonScanner(visitor, { path, warnings })
  return guardedReader(path, {
    warnings,
    write: (text) => scanner.write(text),
    end() {
      scanner.end()
      watch?.end()
      return { model: document.model(), partial: false }
    },
  })
}
