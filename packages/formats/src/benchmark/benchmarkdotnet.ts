import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asArray, asObject } from '../json/value.js'

/** What BenchmarkDotNet writes with `--exporters json`, `fulljson` or `briefjson`. */
export const benchmarkdotnet: Format<BenchmarkReport> = {
  id: 'benchmarkdotnet',
  kind: 'benchmark',
  displayName: 'BenchmarkDotNet JSON',
  url: 'https://benchmarkdotnet.org/articles/configs/exporters.html#sample-introexportjson',
  detect(head) {
    const root = asObject(peekJson(head) ?? undefined)
    if (root === null) return false
    if (root.has('HostEnvironmentInfo')) return true
    const [first] = asArray(root.get('Benchmarks')) ?? []
    const benchmark = asObject(first)
    return benchmark?.has('DisplayInfo') === true || benchmark?.has('Statistics') === true
  },
  load: async () => (await import('./benchmarkdotnet/reader.js')).benchmarkdotnetReader,
}
