import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asArray, asObject } from '../json/value.js'

/** The JSON of tools without a format of their own, as github-action-benchmark reads it: customSmallerIsBetter and customBiggerIsBetter. */
export const customJson: Format<BenchmarkReport> = {
  id: 'custom-json',
  kind: 'benchmark',
  displayName: 'custom JSON (github-action-benchmark)',
  url: 'https://github.com/benchmark-action/github-action-benchmark#examples',
  detect(head) {
    const [first] = asArray(peekJson(head) ?? undefined) ?? []
    const entry = asObject(first)
    return entry !== null && ['name', 'unit', 'value'].every((key) => entry.has(key))
  },
  load: async () => (await import('./custom-json/reader.js')).customJsonReader,
}
