import { Fields, objects, texts } from '../../json/fields.js'
import { numbers } from '../../json/numbers.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { SeenSamples } from '../benchmark-builder.js'
import { TINYBENCH_STATISTICS, tinybenchSamples } from '../tinybench-statistics.js'

/** One benchmark that a test ran. */
export interface TestTask {
  /** Of the test, the group and the benchmark. */
  readonly name: string
  readonly samples: SeenSamples | null
  /** In the source: of the test. */
  readonly sourceLine: number | null
  /** Of the report. */
  readonly line: number
}

/** A test that failed before it had run a benchmark, or that has none. */
export interface FailedTest {
  readonly name: string
  readonly message: string
  readonly line: number
}

const TEST = new Set(['title', 'status'])
const LOCATION = new Set(['line'])
const GROUP = new Set(['name'])
const TASK = new Set(['name', 'fromStore'])
const MAX_SUITES = 100
const MAX_MESSAGES = 1

/** One member of `assertionResults`: a test with `benchmarks: [{ name, tasks: [{ name, latency, fromStore? }] }]`. */
export class BenchmarkTest {
  private readonly line: number
  private readonly suites: string[] = []
  private readonly messages: string[] = []
  private readonly location = new Fields(LOCATION)
  private readonly found: (Omit<TestTask, 'sourceLine'> & { readonly group: string | null })[] = []
  private fields = new Fields(TEST)

  constructor(line: number) {
    this.line = line
  }

  visitor(done: () => void): JsonVisitor {
    const lists = new Map<string, JsonVisitor>([
      ['ancestorTitles', texts(this.suites, MAX_SUITES)],
      ['failureMessages', texts(this.messages, MAX_MESSAGES)],
      ['location', this.location],
      ['benchmarks', objects(() => this.enterGroup())],
    ])
    this.fields = new Fields(TEST, { enter: (key) => lists.get(key) ?? null, done })
    return this.fields
  }

  /** A group is named after its test unless somebody names it. */
  tasks(): readonly TestTask[] {
    const test = this.name()
    const sourceLine = this.location.line('line')
    return this.found.map(({ group, name, samples, line }) => {
      const parts = [test, group === test ? null : group, name]
      return { name: parts.filter((part) => part).join(' > '), samples, sourceLine, line }
    })
  }

  /** null: it did not fail, or only after it had measured something. */
  failure(): FailedTest | null {
    if (this.fields.text('status') !== 'failed' || this.found.length > 0) return null
    return { name: this.name(), message: this.messages[0] ?? '', line: this.line }
  }

  private name(): string {
    return [...this.suites, this.fields.text('title')].filter((part) => part).join(' > ')
  }

  private enterGroup(): JsonVisitor {
    const group: Fields = new Fields(GROUP, {
      enter: (key) => (key === 'tasks' ? objects((line) => this.enterTask(group, line)) : null),
    })
    return group
  }

  /** One that comes from a stored result was not measured by this run. */
  private enterTask(group: Fields, line: number): JsonVisitor {
    const samples: number[] = []
    const latency = new Fields(TINYBENCH_STATISTICS, {
      enter: (key) => (key === 'samples' ? numbers(samples) : null),
    })
    const task: Fields = new Fields(TASK, {
      enter: (key) => (key === 'latency' ? latency : null),
      done: () => {
        if (task.flag('fromStore') === true) return
        const name = task.text('name') ?? ''
        this.found.push({ group: group.text('name'), name, samples: tinybenchSamples(latency, samples), line })
      },
    })
    return task
  }
}
