import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Reader, ReaderOptions } from '../../format.js'
import { xmlReader } from '../../xml/xml-reader.js'
import { TrxDocument } from './document.js'

/** Reads TRX. */
export function trxReader({ path }: ReaderOptions): Reader<TestRunReport> {
  return xmlReader(path, (warnings) => {
    const document = new TrxDocument(warnings)
    return { handler: document, model: () => document.report() }
  })
}
