import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { jsonReader } from '../../json/json-reader.js'
import { watchReport } from '../../report-watch.js'
import { GcovDocument } from './document.js'

/** Reads gcov intermediate format (JSON). */
export function gcovJsonReader({ path, witness }: ReaderOptions): Reader<CoverageReport> {
  const watch = watchReport(witness)
  return jsonReader(path, (warnings) => new GcovDocument(path, warnings, watch), watch)
}
