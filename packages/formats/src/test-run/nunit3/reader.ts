import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Reader, ReaderOptions } from '../../format.js'
import { xmlReader } from '../../xml/xml-reader.js'
import { NunitDocument } from '../nunit/document.js'
import { NUNIT3 } from './generation.js'

/** Reads results of NUnit 3 and 4. */
export function nunit3Reader({ path }: ReaderOptions): Reader<TestRunReport> {
  return xmlReader(path, (warnings) => {
    const document = new NunitDocument(NUNIT3, warnings)
    return { handler: document, model: () => document.report() }
  })
}
