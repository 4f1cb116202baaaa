import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Reader, ReaderOptions } from '../../format.js'
import { jsonReader } from '../../json/json-reader.js'
import { watchReport } from '../../report-watch.js'
import { LlvmCovDocument } from './document.js'

/** Reads llvm-cov export (JSON). */
export function llvmCovReader({ path, witness }: ReaderOptions): Reader<CoverageReport> {
  const watch = watchReport(witness)
  return jsonReader(path, (warnings) => new LlvmCovDocument(path, warnings, watch), watch)
}
