import type { WarningLog } from '../../warning-log.js'
import type { BenchmarkBuilder, SeenSamples } from '../benchmark-builder.js'
import type { DotNetCase } from './case.js'

/** Gives a benchmark to the builder. Where launches cannot be told apart, its statistics stand for its values. */
export function addCase(builder: BenchmarkBuilder, one: DotNetCase, warnings: WarningLog): void {
  const { name, line, statistics } = one
  if (statistics === null) {
    builder.fail(name, 'It has no statistics: it failed.', line)
    return
  }
  builder.add(
    { name, metric: 'time', unit: 'ns' },
    { processes: processesOf(one, warnings), summary: statistics },
    line,
  )
  for (const [metric, { value, unit, direction }] of one.metrics)
    builder.add({ name, metric, unit, direction }, { processes: [[value]], summary: null }, line)
}

function processesOf({ launches, originalValues, line }: DotNetCase, warnings: WarningLog): SeenSamples['processes'] {
  if (launches.processes.length > 0) return launches.processes
  if (originalValues.length === 0 || launches.count <= 1) return [originalValues]
  warnings.add('the values of several launches are not told apart: of each benchmark its median counts', line)
  return []
}
