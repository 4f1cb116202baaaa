import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { xmlReader } from '../../xml/xml-reader.js'
import { ScoverageDocument } from './document.js'

/** Reads scoverage XML. */
export function scoverageReader({ path }: ReaderOptions): Reader<CoverageReport> {
  return xmlReader(path, (warnings) => {
    const document = new ScoverageDocument(warnings)
    return { handler: document, model: () => document.report() }
  })
}
