import { Fields } from '../../json/fields.js'
import { numbers } from '../../json/numbers.js'
import type { JsonScalar, JsonVisitor } from '../../json/visitor.js'
import type { BenchmarkBuilder, SeenSamples } from '../benchmark-builder.js'
import { NO_SUMMARY } from '../sample-summary.js'

const WANTED = new Set(['name'])
const STATS = new Set(['min', 'max', 'avg', 'p25', 'p50', 'p75'])
/** Of bytes on the heap, and of what the processor counts: mean and ends, for one iteration. */
const COUNTER = new Set(['min', 'max', 'avg'])
const ERROR = new Set(['message'])
const MAX_ARGUMENTS = 100

/** `{ name, args, stats: { samples: [] | null, min, …, heap?, counters? } | error: { message } }`; times in nanoseconds. */
export class MitataRun {
  private readonly line: number
  private readonly samples: number[] = []
  private readonly args: [string, JsonScalar][] = []
  private readonly heap = new Fields(COUNTER)
  private readonly counters = new Map(['cycles', 'instructions'].map((name) => [name, new Fields(COUNTER)]))
  private readonly stats = new Fields(STATS, { enter: (key) => this.enterStatistic(key) })
  private readonly error = new Fields(ERROR)
  private fields = new Fields(WANTED)
  /** Whether it ran, with or without success. */
  isTold = false

  constructor(line: number) {
    this.line = line
  }

  visitor(done: () => void): JsonVisitor {
    this.fields = new Fields(WANTED, { enter: (key) => this.enterPart(key), done })
    return this.fields
  }

  enterPart(key: string): JsonVisitor | null {
    if (key === 'args') return { scalar: (name, value) => this.addArgument(name, value) }
    if (key !== 'stats' && key !== 'error') return null
    this.isTold = true
    return key === 'stats' ? this.stats : this.error
  }

  /**
   * @param alias `fib($n)`, of which the name is made; arguments that it does not mention would be lost
   * @returns null: it has none
   */
  name(alias: string | null): string | null {
    const name = this.fields.text('name')
    const unsaid = this.args.filter(([key]) => alias?.includes(`$${key}`) !== true)
    if (name === null || unsaid.length === 0) return name
    return `${name} (${unsaid.map(([key, value]) => `${key}=${value}`).join(', ')})`
  }

  addTo(builder: BenchmarkBuilder, name: string): void {
    const time = this.time()
    if (time === null) {
      builder.fail(name, this.error.text('message') ?? '', this.line)
      return
    }
    builder.add({ name, metric: 'time', unit: 'ns' }, time, this.line)
    const heap = counted(this.heap)
    if (heap !== null) builder.add({ name, metric: 'heap', unit: 'B', direction: 'lower' }, heap, this.line)
    for (const [metric, fields] of this.counters) {
      const values = counted(fields)
      if (values !== null) builder.add({ name, metric, unit: metric, direction: 'lower' }, values, this.line)
    }
  }

  /** The samples are sorted, and those at both ends are taken off. */
  private time(): SeenSamples | null {
    const { stats, samples } = this
    const mean = stats.number('avg')
    if (mean === null && samples.length === 0) return null
    const [min, max, q1, median, q3] = [
      stats.number('min'),
      stats.number('max'),
      stats.number('p25'),
      stats.number('p50'),
      stats.number('p75'),
    ]
    return { processes: [samples], summary: { ...NO_SUMMARY, mean, min, max, q1, median, q3 } }
  }

  private enterStatistic(key: string): JsonVisitor | null {
    if (key === 'samples') return numbers(this.samples)
    if (key === 'heap') return this.heap
    return key === 'counters' ? { enter: (name) => this.counters.get(name) ?? null } : null
  }

  private addArgument(key: string, value: JsonScalar): void {
    if (this.args.length < MAX_ARGUMENTS) this.args.push([key, value])
  }
}

/** null: nothing was counted. */
function counted(fields: Fields): SeenSamples | null {
  const mean = fields.number('avg')
  if (mean === null) return null
  const [min, max] = [fields.number('min'), fields.number('max')]
  return { processes: [], summary: { ...NO_SUMMARY, mean, min, max } }
}
