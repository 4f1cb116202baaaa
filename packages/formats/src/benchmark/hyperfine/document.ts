import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import { members, objects } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import type { BenchmarkDocument } from '../json-reader.js'
import { toldApart } from '../told-apart.js'
import { type CommandResult, CommandVisitor } from './command-result.js'

/** `{ results: [{ command, parameters?, mean, …, times, exit_codes }] }`, with commands up to the first that failed. */
export class HyperfineDocument implements BenchmarkDocument {
  readonly visitor: JsonVisitor = objects(() => members((key) => this.enterPart(key)))
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly results: CommandResult[] = []
  private hasResults = false

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.warnings = warnings
  }

  get count(): number {
    return this.results.length
  }

  model(): BenchmarkReport {
    if (!this.hasResults) throw this.refuse()
    const builder = new BenchmarkBuilder(this.warnings)
    const nameOf = toldApart(this.results)
    for (const result of this.results) this.add(builder, result, nameOf(result))
    return builder.report({ dialect: 'hyperfine', machine: null, startedAt: null })
  }

  /** Each run is a process of its own. Memory that is 0 throughout was not measured on that system. */
  private add(
    builder: BenchmarkBuilder,
    { line, times, memory, failures, summary }: CommandResult,
    name: string,
  ): void {
    if (failures > 0) this.warnings.add('runs of a command ended with an error: their times count', line)
    builder.add({ name, metric: 'time', unit: 's' }, { processes: times.map((time) => [time]), summary }, line)
    if (memory.every((bytes) => bytes === 0)) return
    builder.add(
      { name, metric: 'memory', unit: 'B' },
      { processes: memory.map((bytes) => [bytes]), summary: null },
      line,
    )
  }

  private enterPart(key: string): JsonVisitor | null {
    if (key !== 'results') return null
    this.hasResults = true
    return objects((line) => new CommandVisitor(line).visitor((result) => this.results.push(result)))
  }

  private refuse(): ReportError {
    return new ReportError('the report has no results', {
      path: this.path,
      line: null,
      remedy: 'Name the file that `hyperfine --export-json <file>` wrote.',
    })
  }
}
