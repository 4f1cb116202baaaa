import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { watchReport } from '../../report-watch.js'
import { xmlReader } from '../../xml/xml-reader.js'
import { OpenCoverDocument } from './document.js'

/** Reads OpenCover XML. */
export function opencoverReader({ path, witness }: ReaderOptions): Reader<CoverageReport> {
  const watch = watchReport(witness)
  return xmlReader(
    path,
    (warnings) => {
      const document = new OpenCoverDocument(warnings, watch)
      return { handler: document, model: () => document.report() }
    },
    watch,
  )
}
