import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { jsonReader } from '../../json/json-reader.js'
import { CoveragePyDocument } from './document.js'

/** Reads coverage.py JSON. */
export function coveragePyJsonReader({ path }: ReaderOptions): Reader<CoverageReport> {
  return jsonReader(path, (warnings) => {
    const document = new CoveragePyDocument(path, warnings)
    return { visitor: document, model: () => document.report() }
  })
}
