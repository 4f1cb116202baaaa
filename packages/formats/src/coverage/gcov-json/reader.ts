import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { jsonReader } from '../../json/json-reader.js'
import { GcovDocument } from './document.js'

/** Reads gcov intermediate format (JSON). */
export function gcovJsonReader({ path }: ReaderOptions): Reader<CoverageReport> {
  return jsonReader(path, (warnings) => new GcovDocument(path, warnings))
}
