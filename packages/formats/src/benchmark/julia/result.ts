import { Fields } from '../../json/fields.js'
import { numbers } from '../../json/numbers.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { BenchmarkBuilder } from '../benchmark-builder.js'

const WANTED = new Set(['time', 'memory', 'allocs'])

/**
 * The fields of a `Trial`, which has all its times, or of a `TrialEstimate`, which has one and does not say of what kind.
 * Times are nanoseconds of one evaluation; memory in bytes and allocations are those of one evaluation too.
 */
export function juliaResult(name: string, builder: BenchmarkBuilder, line: number): JsonVisitor {
  const times: number[] = []
  const fields: Fields = new Fields(WANTED, {
    enter: (key) => (key === 'times' ? numbers(times) : null),
    done: () => {
      const time = fields.number('time')
      const measured = time === null ? times : [time, ...times]
      builder.add({ name, metric: 'time', unit: 'ns' }, { processes: [measured], summary: null }, line)
      addSize('memory', 'B')
      addSize('allocs', 'allocs')
    },
  })
  function addSize(metric: string, unit: string): void {
    const value = fields.number(metric)
    if (value === null) return
    builder.add({ name, metric, unit, direction: 'lower' }, { processes: [[value]], summary: null }, line)
  }
  return fields
}
