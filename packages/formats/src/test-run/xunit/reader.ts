import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Reader, ReaderOptions } from '../../format.js'
import { lenientXmlReader } from '../../xml/lenient-xml-reader.js'
import { XunitDocument } from './document.js'

/** Reads results of xUnit.net. */
export function xunitReader({ path }: ReaderOptions): Reader<TestRunReport> {
  return lenientXmlReader(path, (warnings) => {
    const document = new XunitDocument(warnings)
    return { handler: document, endEarly: () => document.endEarly(), model: () => document.report() }
  })
}
