import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { jsonReader } from '../../json/json-reader.js'
import { SimplecovJsonDocument } from './document.js'

/** Reads SimpleCov coverage.json. */
export function simplecovJsonReader({ path }: ReaderOptions): Reader<CoverageReport> {
  return jsonReader(path, (warnings) => new SimplecovJsonDocument(path, warnings))
}
