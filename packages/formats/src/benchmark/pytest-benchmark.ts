import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asArray, asObject } from '../json/value.js'

/** What pytest-benchmark writes with `--benchmark-json`, `--benchmark-save` and `--benchmark-autosave`. */
export const pytestBenchmark: Format<BenchmarkReport> = {
  id: 'pytest-benchmark',
  kind: 'benchmark',
  displayName: 'pytest-benchmark JSON',
  url: 'https://pytest-benchmark.readthedocs.io/en/stable/usage.html',
  detect(head) {
    const root = asObject(peekJson(head) ?? undefined)
    if (root === null) return false
    // Its keys stand in any order, and each may be the one that the head ends in.
    const isTold = root.has('machine_info') || root.has('commit_info') || root.has('datetime')
    const [first] = asArray(root.get('benchmarks')) ?? []
    const stats = asObject(asObject(first)?.get('stats'))
    return stats === null ? root.has('machine_info') && root.has('commit_info') : isTold || stats.has('rounds')
  },
  load: async () => (await import('./pytest-benchmark/reader.js')).pytestBenchmarkReader,
}
