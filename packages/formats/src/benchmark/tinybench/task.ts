import { Fields } from '../../json/fields.js'
import { numbers } from '../../json/numbers.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { SeenSamples } from '../benchmark-builder.js'
import { TINYBENCH_STATISTICS, tinybenchSamples } from '../tinybench-statistics.js'
import { isRow, ROW, rowName, rowSamples } from './table-row.js'

const WANTED = new Set([...TINYBENCH_STATISTICS, ...ROW, 'name', 'state'])
const ERROR = new Set(['message'])

/**
 * One task: `{ name, latency: { mean, …, samples? }, state? }` since tinybench 3, `{ name, mean, …, samples }` before;
 * either of them as `{ name, result }`; or a row of the table.
 */
export class TinybenchTask {
  private readonly latencies: number[] = []
  private readonly flat: number[] = []
  private readonly latency = new Fields(TINYBENCH_STATISTICS, {
    enter: (key) => (key === 'samples' ? numbers(this.latencies) : null),
  })
  private readonly error = new Fields(ERROR)
  private task = new Fields(WANTED)
  /** The task itself, unless it has a result inside. */
  private result = this.task

  visitor(done: () => void): JsonVisitor {
    this.task = new Fields(WANTED, {
      enter: (key) => (key === 'result' ? this.enterResult() : this.enterPart(key)),
      done,
    })
    this.result = this.task
    return this.task
  }

  /** null: it has none. */
  name(): string | null {
    return this.task.text('name') ?? rowName(this.task)
  }

  unit(): string {
    return isRow(this.task) ? 'ns' : 'ms'
  }

  /** null: it gave none. */
  samples(): SeenSamples | null {
    if (isRow(this.task)) return rowSamples(this.task)
    return tinybenchSamples(this.latency, this.latencies) ?? tinybenchSamples(this.result, this.flat)
  }

  isStopped(): boolean {
    return this.result.text('state') === 'aborted-with-statistics'
  }

  failure(): string {
    const message = this.error.text('message') ?? this.task.text('Error')
    if (message !== null && message !== '') return message
    const state = this.result.text('state')
    if (state !== null && state !== 'errored') return `It was not measured: ${state}.`
    return isRow(this.task) ? 'It was not measured.' : 'It threw an error.'
  }

  private enterResult(): JsonVisitor {
    this.result = new Fields(WANTED, { enter: (key) => this.enterPart(key) })
    return this.result
  }

  private enterPart(key: string): JsonVisitor | null {
    if (key === 'latency') return this.latency
    if (key === 'samples') return numbers(this.flat)
    return key === 'error' ? this.error : null
  }
}
