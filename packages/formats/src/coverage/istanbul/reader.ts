import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { jsonReader } from '../../json/json-reader.js'
import { watchReport } from '../../report-watch.js'
import { IstanbulDocument } from './document.js'

/** Reads Istanbul JSON (coverage-final.json). */
export function istanbulReader({ path, witness }: ReaderOptions): Reader<CoverageReport> {
  const watch = watchReport(witness)
  return jsonReader(
    path,
    (warnings) => {
      const document = new IstanbulDocument(path, warnings, watch)
      return { visitor: document, model: () => document.report() }
    },
    watch,
  )
}
