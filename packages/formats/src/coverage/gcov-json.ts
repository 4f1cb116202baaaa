import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asArray, asObject } from '../json/value.js'

/** Of a report's root; GCC writes them in no particular order. */
const ROOT_KEYS: readonly string[] = ['gcc_version', 'format_version', 'current_working_directory', 'data_file']

/** What `gcov --json-format` writes, one report for each object file; intake unpacks its .gz. */
export const gcovJson: Format<CoverageReport> = {
  id: 'gcov-json',
  kind: 'coverage',
  displayName: 'gcov intermediate format (JSON)',
  url: 'https://gcc.gnu.org/onlinedocs/gcc/Invoking-Gcov.html',
  detect(head) {
    const root = asObject(peekJson(head) ?? undefined)
    if (root === null) return false
    const files = asArray(root.get('files'))
    const first = asObject(files?.[0])
    if (first !== null) return ['lines', 'functions', 'file'].some((key) => first.has(key))
    return ROOT_KEYS.filter((key) => root.has(key)).length + (files === null ? 0 : 1) >= 2
  },
  load: async () => (await import('./gcov-json/reader.js')).gcovJsonReader,
}
