import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Reader, ReaderOptions } from '../../format.js'
import { xmlReader } from '../../xml/xml-reader.js'
import { JunitDocument } from './document.js'

/** Reads JUnit XML. */
export function junitReader({ path }: ReaderOptions): Reader<TestRunReport> {
  return xmlReader(path, (warnings) => {
    const document = new JunitDocument(warnings)
    return { handler: document, model: () => document.report() }
  })
}
