import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { jsonReader } from '../../json/json-reader.js'
import { watchReport } from '../../report-watch.js'
import { CoveragePyDocument } from './document.js'

/** Reads coverage.py JSON. */
export function coveragePyJsonReader({ path, witness }: ReaderOptions): Reader<CoverageReport> {
  const watch = watchReport(witness)
  return jsonReader(
    path,
    (warnings) => {
      const document = new CoveragePyDocument(path, warnings, watch)
      return { visitor: document, model: () => document.report() }
    },
    watch,
  )
}
