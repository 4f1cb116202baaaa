import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Reader, ReaderOptions } from '../../format.js'
import { lenientXmlReader } from '../../xml/lenient-xml-reader.js'
import { TrxDocument } from './document.js'

/** Reads TRX. */
export function trxReader({ path }: ReaderOptions): Reader<TestRunReport> {
  return lenientXmlReader(path, (warnings) => {
    const document = new TrxDocument(warnings)
    return { handler: document, endEarly: () => document.endEarly(), model: () => document.report() }
  })
}
