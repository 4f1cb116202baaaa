import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { jsonReader } from '../../json/json-reader.js'
import { watchReport } from '../../report-watch.js'
import { ResultSetDocument } from './document.js'

/** Reads SimpleCov result set. */
export function simplecovReader({ path, witness }: ReaderOptions): Reader<CoverageReport> {
  const watch = watchReport(witness)
  return jsonReader(path, (warnings) => new ResultSetDocument(path, warnings, watch), watch)
}
