import type { Direction } from '@testwarden/core/model/benchmark'
import { Fields } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import { ownText } from '../../text/own-text.js'

/** A number beside the time of an operation. */
export interface DotNetMetric {
  readonly value: number
  readonly unit: string
  readonly direction: Direction
}

const WANTED = new Set(['Value'])
const DESCRIPTOR = new Set(['Id', 'Unit', 'TheGreaterTheBetter'])

/** `{ Value, Descriptor: { Id, Unit, TheGreaterTheBetter, … } }`: what a diagnoser measured. */
export class MetricVisitor {
  readonly visitor: JsonVisitor
  private readonly descriptor = new Fields(DESCRIPTOR)

  constructor(done: (id: string, metric: DotNetMetric) => void) {
    const fields = new Fields(WANTED, {
      enter: (key) => (key === 'Descriptor' ? this.descriptor : null),
      done: () => {
        const id = this.descriptor.text('Id')
        if (id !== null) done(kebabCase(id), this.metric(fields.number('Value') ?? Number.NaN))
      },
    })
    this.visitor = fields
  }

  private metric(value: number): DotNetMetric {
    const isGreaterBetter = this.descriptor.flag('TheGreaterTheBetter')
    const direction = isGreaterBetter === null ? 'unknown' : isGreaterBetter ? 'higher' : 'lower'
    return { value, unit: this.descriptor.text('Unit') ?? '', direction }
  }
}

/** `Allocated Memory` to `allocated-memory`, `Gen0Collects` to `gen0-collects`. */
function kebabCase(id: string): string {
  const spaced = id.trim().replace(/([a-z0-9])([A-Z])/g, '$1-$2')
  return ownText(spaced.replace(/[\s_]+/g, '-').toLowerCase())
}
