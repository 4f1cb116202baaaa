import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Reader, ReaderOptions } from '../../format.js'
import { lenientXmlReader } from '../../xml/lenient-xml-reader.js'
import { JunitDocument } from './document.js'

/** Reads JUnit XML. */
export function junitReader({ path }: ReaderOptions): Reader<TestRunReport> {
  return lenientXmlReader(path, (warnings) => {
    const document = new JunitDocument(warnings)
    return { handler: document, endEarly: () => document.endEarly(), model: () => document.report() }
  })
}
