import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asArray, asObject } from '../json/value.js'

const TYPE = 'llvm.coverage.json.export'
/** Of a file; some lists may be so long that the name is not in the head. */
const FILE_KEYS: readonly string[] = ['segments', 'expansions', 'branches', 'mcdc_records', 'summary', 'filename']

/** What `llvm-cov export` writes for C, C++, Swift and Rust (cargo-llvm-cov --json). */
export const llvmCov: Format<CoverageReport> = {
  id: 'llvm-cov',
  kind: 'coverage',
  displayName: 'llvm-cov export (JSON)',
  url: 'https://github.com/llvm/llvm-project/blob/main/llvm/tools/llvm-cov/CoverageExporterJson.cpp',
  detect(head) {
    const root = asObject(peekJson(head) ?? undefined)
    if (root?.get('type') === TYPE) return true
    const files = asArray(asObject(asArray(root?.get('data'))?.[0])?.get('files'))
    if (files === null) return false
    const first = asObject(files[0])
    return first === null ? files.length === 0 : FILE_KEYS.some((key) => first.has(key))
  },
  load: async () => (await import('./llvm-cov/reader.js')).llvmCovReader,
}
