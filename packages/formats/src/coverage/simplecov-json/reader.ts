import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { jsonReader } from '../../json/json-reader.js'
import { watchReport } from '../../report-watch.js'
import { SimplecovJsonDocument } from './document.js'

/** Reads SimpleCov coverage.json. */
export function simplecovJsonReader({ path, witness }: ReaderOptions): Reader<CoverageReport> {
  const watch = watchReport(witness)
  return jsonReader(path, (warnings) => new SimplecovJsonDocument(path, warnings, watch), watch)
}
