import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asArray, asObject } from '../json/value.js'

/** What JMH writes with `-rf json`. */
export const jmh: Format<BenchmarkReport> = {
  id: 'jmh',
  kind: 'benchmark',
  displayName: 'JMH JSON',
  url: 'https://github.com/openjdk/jmh/blob/master/jmh-core/src/main/java/org/openjdk/jmh/results/format/JSONResultFormat.java',
  detect(head) {
    const [first] = asArray(peekJson(head) ?? undefined) ?? []
    const result = asObject(first)
    return result?.has('benchmark') === true && (result.has('primaryMetric') || result.has('mode'))
  },
  load: async () => (await import('./jmh/reader.js')).jmhReader,
}
