import type { ReportError } from '@testwarden/core/model/errors'
import type { Reader } from '../format.js'
import { guardedReader } from '../guarded-reader.js'
import { WarningLog } from '../warning-log.js'
import { XmlScanner } from './scanner.js'
import type { XmlDocument } from './xml-reader.js'

/** What makes a model even of a document that ends early. */
export interface LenientXmlDocument<Model> extends XmlDocument<Model> {
  /**
   * The document ends here, inside of whatever is open.
   * @returns whether anything was read that is worth keeping
   */
  endEarly(): boolean
}

/**
 * A {@link Reader} for XML that tools write while things go wrong. What is mended is a warning; a document that is cut
 * off is partial where it holds something, else an error.
 */
export function lenientXmlReader<Model>(
  path: string,
  start: (warnings: WarningLog) => LenientXmlDocument<Model>,
): Reader<Model> {
  const warnings = new WarningLog()
  const document = start(warnings)
  let cut: ReportError | null = null
  const leniency = {
    mended: (what: string, line: number) => warnings.add(what, line),
    endedEarly: (error: ReportError) => {
      cut = error
    },
  }
  const scanner = new XmlScanner(document.handler, { path, leniency })
  return guardedReader(path, {
    warnings,
    write: (text) => scanner.write(text),
    end() {
      scanner.end()
      if (cut === null) return { model: document.model(), partial: false }
      if (!document.endEarly()) throw cut
      warnings.add(`${cut.message}; what stands before counts`, cut.line)
      return { model: document.model(), partial: true }
    },
  })
}
