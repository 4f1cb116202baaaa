import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { xmlReader } from '../../xml/xml-reader.js'
import { CloverDocument } from './document.js'

/** Reads Clover XML. */
export function cloverReader({ path }: ReaderOptions): Reader<CoverageReport> {
  return xmlReader(path, (warnings) => {
    const document = new CloverDocument(warnings)
    return { handler: document, model: () => document.report() }
  })
}
