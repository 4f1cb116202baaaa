import type { Direction } from '@testwarden/core/model/benchmark'
import type { SeenMetric } from '../benchmark-builder.js'
import { unitOfName } from '../unit-of-name.js'

type MeasureFacts = Pick<SeenMetric, 'metric' | 'unit' | 'direction'>

interface MeasureUnits {
  readonly unit: string
  readonly direction?: Direction
}

const BLOCKS: MeasureUnits = { unit: 'blocks', direction: 'lower' }

/**
 * Units of the measures that Bencher has of itself, by their slugs.
 * @see https://github.com/bencherdev/bencher/tree/main/lib/bencher_json/src/project/measure
 */
const UNITS: ReadonlyMap<string, MeasureUnits> = new Map<string, MeasureUnits>([
  ['latency', { unit: 'ns' }],
  ['throughput', { unit: 'ops/s' }],
  ['build-time', { unit: 's' }],
  ['file-size', { unit: 'B' }],
  ['instructions', { unit: 'instructions' }],
  ['estimated-cycles', { unit: 'cycles' }],
  ['total-bytes', { unit: 'B' }],
  ['at-t-gmax-bytes', { unit: 'B' }],
  ['at-t-end-bytes', { unit: 'B' }],
  ['reads-bytes', { unit: 'B' }],
  ['writes-bytes', { unit: 'B' }],
  ['total-blocks', BLOCKS],
  ['at-t-gmax-blocks', BLOCKS],
  ['at-t-end-blocks', BLOCKS],
])

/** A measure is told by its slug or by its name: `file-size` or `File Size`. Any other than Bencher's own has no unit. */
export function factsOfMeasure(measure: string): MeasureFacts {
  const slug = measure.trim().toLowerCase().replace(/\s+/g, '-')
  const known = UNITS.get(slug)
  const metric = slug === 'latency' ? 'time' : known === undefined ? measure : slug
  return { metric, ...(known ?? { unit: unitOfName(measure) }) }
}
