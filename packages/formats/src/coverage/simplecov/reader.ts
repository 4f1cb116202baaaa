import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { jsonReader } from '../../json/json-reader.js'
import { ResultSetDocument } from './document.js'

/** Reads SimpleCov result set. */
export function simplecovReader({ path }: ReaderOptions): Reader<CoverageReport> {
  return jsonReader(path, (warnings) => new ResultSetDocument(path, warnings))
}
