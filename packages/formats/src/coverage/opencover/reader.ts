import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { xmlReader } from '../../xml/xml-reader.js'
import { OpenCoverDocument } from './document.js'

/** Reads OpenCover XML. */
export function opencoverReader({ path }: ReaderOptions): Reader<CoverageReport> {
  return xmlReader(path, (warnings) => {
    const document = new OpenCoverDocument(warnings)
    return { handler: document, model: () => document.report() }
  })
}
