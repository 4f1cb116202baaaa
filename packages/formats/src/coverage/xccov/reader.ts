import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { jsonReader } from '../../json/json-reader.js'
import { XccovDocument } from './document.js'

/** Reads xccov JSON (Xcode). */
export function xccovReader({ path }: ReaderOptions): Reader<CoverageReport> {
  return jsonReader(path, (warnings) => new XccovDocument(path, warnings))
}
