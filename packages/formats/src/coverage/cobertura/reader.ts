import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { watchReport } from '../../report-watch.js'
import { xmlReader } from '../../xml/xml-reader.js'
import { CoberturaDocument } from './document.js'

/** Reads Cobertura XML. */
export function coberturaReader({ path, witness }: ReaderOptions): Reader<CoverageReport> {
  const watch = watchReport(witness)
  return xmlReader(
    path,
    (warnings) => {
      const document = new CoberturaDocument(warnings, watch)
      return { handler: document, model: () => document.report() }
    },
    watch,
  )
}
