import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asArray, asObject } from '../json/value.js'

/** What `vitest bench --outputJson` of Vitest 2 to 4 writes; later ones tell benchmarks among their tests. */
export const vitestBench: Format<BenchmarkReport> = {
  id: 'vitest-bench',
  kind: 'benchmark',
  displayName: 'Vitest bench JSON',
  url: 'https://v3.vitest.dev/guide/cli.html#outputjson',
  detect(head) {
    const root = asObject(peekJson(head) ?? undefined)
    const files = asArray(root?.get('files'))
    if (root === null || files === null) return false
    const [first] = files
    // A run that found no file has nothing else to tell.
    if (first === undefined) return root.size === 1
    const file = asObject(first)
    return file?.has('filepath') === true && asArray(file.get('groups')) !== null
  },
  load: async () => (await import('./vitest-bench/reader.js')).vitestBenchReader,
}
