import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { jsonReader } from '../../json/json-reader.js'
import { watchReport } from '../../report-watch.js'
import { XccovDocument } from './document.js'

/** Reads xccov JSON (Xcode). */
export function xccovReader({ path, witness }: ReaderOptions): Reader<CoverageReport> {
  const watch = watchReport(witness)
  return jsonReader(path, (warnings) => new XccovDocument(path, warnings, watch), watch)
}
