import type { Fields } from '../json/fields.js'
import type { SeenSamples } from './benchmark-builder.js'
import { NO_SUMMARY } from './sample-summary.js'

/** What every generation of tinybench, and Vitest with it, calls its statistics; times in milliseconds. */
export const TINYBENCH_STATISTICS: ReadonlySet<string> = new Set([
  'mean',
  'median',
  'p50',
  'min',
  'max',
  'sd',
  'p75',
  'samplesCount',
  'sampleCount',
])

/**
 * What was measured, of fields that were asked for {@link TINYBENCH_STATISTICS}. A worker is one process. Throughput is
 * computed from the same samples, so it would be the same measurement again.
 * @param samples sorted, as tinybench does it; empty: it kept none
 * @returns null where nothing was measured
 */
export function tinybenchSamples(fields: Fields, samples: readonly number[]): SeenSamples | null {
  const mean = fields.number('mean')
  if (mean === null && samples.length === 0) return null
  const summary = {
    ...NO_SUMMARY,
    count: fields.count('samplesCount') ?? fields.count('sampleCount'),
    min: fields.number('min'),
    max: fields.number('max'),
    mean,
    median: fields.number('p50') ?? fields.number('median'),
    stddev: fields.number('sd'),
    q3: fields.number('p75'),
  }
  return { processes: [samples], summary }
}
