import type { Reader } from '../format.js'
import { guardedReader } from '../guarded-reader.js'
import type { ReportWatch } from '../report-watch.js'
import { WarningLog } from '../warning-log.js'
import type { XmlHandler } from './handler.js'
import { XmlScanner } from './scanner.js'
import { watchedHandler } from './watched-handler.js'

/** What makes a model of a document's events; `model` is asked for once, after the last of them. */
export interface XmlDocument<Model> {
  readonly handler: XmlHandler
  model(): Model
}

/**
 * A {@link Reader} for XML. A document that is cut off is not well-formed, so it is an error and never partial.
 * @param watch is moved along where somebody wants to know places
 */
export function xmlReader<Model>(
  path: string,
  start: (warnings: WarningLog) => XmlDocument<Model>,
  watch: ReportWatch | null = null,
): Reader<Model> {
  const warnings = new WarningLog()
  const document = start(warnings)
  const handler = watch === null ? document.handler : watchedHandler(document.handler, watch)
  const scanner = new XmlScanner(handler, { path })
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
