import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asArray, asObject } from '../json/value.js'

/** What `BenchmarkTools.save` writes: its versions, then a list of groups, trials or estimates. */
export const julia: Format<BenchmarkReport> = {
  id: 'julia',
  kind: 'benchmark',
  displayName: 'Julia BenchmarkTools JSON',
  url: 'https://juliaci.github.io/BenchmarkTools.jl/stable/manual/#Caching-Parameters',
  detect(head) {
    const [versions] = asArray(peekJson(head) ?? undefined) ?? []
    return asObject(versions)?.has('BenchmarkTools') === true
  },
  load: async () => (await import('./julia/reader.js')).juliaReader,
}
