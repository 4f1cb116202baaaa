import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asArray, asObject } from '../json/value.js'

/** What mitata prints with `format: 'json'`, and with `json: true` before its version 1. */
export const mitata: Format<BenchmarkReport> = {
  id: 'mitata',
  kind: 'benchmark',
  displayName: 'mitata JSON',
  url: 'https://github.com/evanwashere/mitata#configure-your-experience',
  detect(head) {
    const root = asObject(peekJson(head) ?? undefined)
    const benchmarks = asArray(root?.get('benchmarks'))
    if (root === null || benchmarks === null) return false
    if (asArray(root.get('layout')) !== null) return true
    const first = asObject(benchmarks[0])
    if (first === null) return typeof root.get('cpu') === 'string' && typeof root.get('runtime') === 'string'
    return first.has('group') && first.has('warmup') && first.has('baseline')
  },
  load: async () => (await import('./mitata/reader.js')).mitataReader,
}
