import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { xmlReader } from '../../xml/xml-reader.js'
import { CoberturaDocument } from './document.js'

/** Reads Cobertura XML. */
export function coberturaReader({ path }: ReaderOptions): Reader<CoverageReport> {
  return xmlReader(path, (warnings) => {
    const document = new CoberturaDocument(warnings)
    return { handler: document, model: () => document.report() }
  })
}
