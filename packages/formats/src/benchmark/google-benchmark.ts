import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asArray, asObject } from '../json/value.js'

/** Any of them: a row that failed has no time, one of a complexity has coefficients. */
const KEYS_OF_A_ROW = ['run_name', 'run_type', 'real_time', 'cpu_time', 'cpu_coefficient', 'error_occurred']
const KEYS_OF_THE_CONTEXT = ['num_cpus', 'mhz_per_cpu', 'library_build_type']

/** What Google Benchmark writes with `--benchmark_out` or `--benchmark_format=json`. */
export const googleBenchmark: Format<BenchmarkReport> = {
  id: 'google-benchmark',
  kind: 'benchmark',
  displayName: 'Google Benchmark JSON',
  url: 'https://github.com/google/benchmark/blob/main/docs/user_guide.md#output-formats',
  detect(head) {
    const root = asObject(peekJson(head) ?? undefined)
    if (root === null) return false
    const [first] = asArray(root.get('benchmarks')) ?? []
    const [row, context] = [asObject(first), asObject(root.get('context'))]
    if (KEYS_OF_A_ROW.some((key) => row?.has(key))) return true
    return KEYS_OF_THE_CONTEXT.some((key) => context?.has(key))
  },
  load: async () => (await import('./google-benchmark/reader.js')).googleBenchmarkReader,
}
