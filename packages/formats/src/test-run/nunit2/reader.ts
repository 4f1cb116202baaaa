import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Reader, ReaderOptions } from '../../format.js'
import { lenientXmlReader } from '../../xml/lenient-xml-reader.js'
import { NunitDocument } from '../nunit/document.js'
import { NUNIT2 } from './generation.js'

/** Reads results of NUnit 2. */
export function nunit2Reader({ path }: ReaderOptions): Reader<TestRunReport> {
  return lenientXmlReader(path, (warnings) => {
    const document = new NunitDocument(NUNIT2, warnings)
    return { handler: document, endEarly: () => document.endEarly(), model: () => document.report() }
  })
}
