import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asArray, asObject } from '../json/value.js'

/** What hyperfine writes with `--export-json`. */
export const hyperfine: Format<BenchmarkReport> = {
  id: 'hyperfine',
  kind: 'benchmark',
  displayName: 'hyperfine JSON',
  url: 'https://github.com/sharkdp/hyperfine#json',
  detect(head) {
    const root = asObject(peekJson(head) ?? undefined)
    const results = asArray(root?.get('results'))
    if (root === null || results === null) return false
    const [first] = results
    if (first === undefined) return root.size === 1
    const result = asObject(first)
    return result?.has('command') === true && (result.has('mean') || result.has('times'))
  },
  load: async () => (await import('./hyperfine/reader.js')).hyperfineReader,
}
