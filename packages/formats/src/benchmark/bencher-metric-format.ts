import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asObject, type JsonValue } from '../json/value.js'

const KEYS_OF_A_METRIC = ['value', 'lower_value', 'upper_value']

/** What Bencher reads with `--adapter json`, and what programs write for it. */
export const bencherMetricFormat: Format<BenchmarkReport> = {
  id: 'bencher-metric-format',
  kind: 'benchmark',
  displayName: 'Bencher Metric Format',
  url: 'https://bencher.dev/docs/reference/bencher-metric-format/',
  detect(head) {
    // No key of its own: only that there is nothing else tells it.
    const benchmarks = [...(asObject(peekJson(head) ?? undefined)?.values() ?? [])]
    const metrics = benchmarks.flatMap((measures) => [...(asObject(measures)?.values() ?? [undefined])])
    return metrics.length > 0 && hasValue(metrics[0]) && metrics.every(isMetric)
  },
  load: async () => (await import('./bencher-metric-format/reader.js')).bencherMetricFormatReader,
}

/** A text is a value of anything else, such as of a token of a design. */
function hasValue(metric: JsonValue | undefined): boolean {
  const value = asObject(metric)?.get('value')
  return typeof value === 'number' || value === null
}

function isMetric(metric: JsonValue | undefined): boolean {
  const members = asObject(metric)
  return members !== null && [...members.keys()].every((key) => KEYS_OF_A_METRIC.includes(key))
}
