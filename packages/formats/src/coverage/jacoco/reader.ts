import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { xmlReader } from '../../xml/xml-reader.js'
import { JacocoDocument } from './document.js'

/** Reads JaCoCo XML. */
export function jacocoReader({ path }: ReaderOptions): Reader<CoverageReport> {
  return xmlReader(path, (warnings) => {
    const document = new JacocoDocument(warnings)
    return { handler: document, model: () => document.report() }
  })
}
