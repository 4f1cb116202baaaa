import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../../format.js'
import { lenientXmlReader } from '../../xml/lenient-xml-reader.js'
import { Catch2Document } from './document.js'

/** Reads what Catch2 writes as XML. */
export function catch2XmlReader({ path }: ReaderOptions): Reader<BenchmarkReport> {
  return lenientXmlReader(path, (warnings) => {
    const document = new Catch2Document(warnings)
    return { handler: document, endEarly: () => document.endEarly(), model: () => document.report() }
  })
}
