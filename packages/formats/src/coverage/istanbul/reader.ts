import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { jsonReader } from '../../json/json-reader.js'
import { IstanbulDocument } from './document.js'

/** Reads Istanbul JSON (coverage-final.json). */
export function istanbulReader({ path }: ReaderOptions): Reader<CoverageReport> {
  return jsonReader(path, (warnings) => {
    const document = new IstanbulDocument(path, warnings)
    return { visitor: document, model: () => document.report() }
  })
}
