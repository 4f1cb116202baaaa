import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asObject } from '../json/value.js'

/** Version 1 has no columns, and its keys stand in the order of the alphabet. */
const OTHER_KEYS = ['env_name', 'requirements', 'result_columns', 'benchmark_version']

/** What airspeed velocity keeps of a commit: `<results_dir>/<machine>/<commit>-<environment>.json`. */
export const asv: Format<BenchmarkReport> = {
  id: 'asv',
  kind: 'benchmark',
  displayName: 'asv results',
  url: 'https://asv.readthedocs.io/en/stable/dev.html#result-file',
  detect(head) {
    const root = asObject(peekJson(head) ?? undefined)
    return root?.has('commit_hash') === true && OTHER_KEYS.some((key) => root.has(key))
  },
  load: async () => (await import('./asv/reader.js')).asvReader,
}
