import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import { members, objects } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import type { BenchmarkDocument } from '../json-reader.js'
import { TinybenchTask } from './task.js'

/** `[<task>]`, or `{ tasks: [<task>] }`, or `{ results: [<task>] }`. */
export class TinybenchDocument implements BenchmarkDocument {
  readonly visitor: JsonVisitor
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly builder: BenchmarkBuilder
  private hasTasks = false
  private started = 0

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.warnings = warnings
    this.builder = new BenchmarkBuilder(warnings)
    const root = members((key) => (key === 'tasks' || key === 'results' ? this.enterTasks() : null))
    this.visitor = { enter: (_key, container) => (container === 'array' ? this.enterTasks() : root) }
  }

  get count(): number {
    return this.builder.count
  }

  model(): BenchmarkReport {
    if (!this.hasTasks) throw this.refuse()
    return this.builder.report({ dialect: 'tinybench', machine: null, startedAt: null })
  }

  private enterTasks(): JsonVisitor {
    this.hasTasks = true
    return objects((line) => {
      this.started++
      const task = new TinybenchTask()
      return task.visitor(() => this.add(task, line))
    })
  }

  private add(task: TinybenchTask, line: number): void {
    const name = task.name() ?? this.positionOf(line)
    const measured = task.samples()
    if (measured === null) {
      this.builder.fail(name, task.failure(), line)
      return
    }
    if (task.isStopped()) this.warnings.add('a benchmark was stopped before its end: what it measured counts', line)
    this.builder.add({ name, metric: 'time', unit: task.unit() }, measured, line)
  }

  /** tinybench keeps names with its tasks, so `bench.results` alone has none. */
  private positionOf(line: number): string {
    this.warnings.add('results without names are numbered: a task in front of them gives each another number', line)
    return `task ${this.started}`
  }

  private refuse(): ReportError {
    return new ReportError('the report has no tasks', {
      path: this.path,
      line: null,
      remedy:
        'Let the script of the benchmarks write `JSON.stringify(bench.tasks.map(({ name, result }) => ({ name, ...result })))` into the file.',
    })
  }
}
