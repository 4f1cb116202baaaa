import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import type { ParseResult } from '@testwarden/core/model/result'
import type { Reader, ReaderOptions } from '../../format.js'
import { jsonReader } from '../../json/json-reader.js'
import { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import { CriterionBenchmark } from './benchmark.js'
import { type CriterionFacts, CriterionFile } from './file.js'
import { nameInPath } from './groups.js'

/** Reads the files of Criterion.rs, of all benchmarks of a run or one alone. */
export function criterionReader({ path }: ReaderOptions): Reader<BenchmarkReport> {
  return new CriterionReader(path)
}

interface OpenFile {
  readonly path: string
  readonly reader: Reader<CriterionFacts>
}

/** A file that cannot be read loses what it tells, and the report is partial; alone it is an error. */
class CriterionReader implements Reader<BenchmarkReport> {
  private readonly path: string
  private readonly warnings = new WarningLog()
  private readonly builder = new BenchmarkBuilder(this.warnings)
  private benchmark: CriterionBenchmark | null = null
  private file: OpenFile | null = null
  private isGroup = false
  private failure: ReportError | null = null

  constructor(path: string) {
    this.path = path
  }

  begin(path: string): void {
    this.isGroup = true
    this.endFile()
    this.open(path)
  }

  write(chunk: Uint8Array): void {
    this.opened().reader.write(chunk)
  }

  end(): ParseResult<BenchmarkReport> {
    this.opened()
    this.endFile()
    this.endBenchmark()
    const failure = this.failure
    if (failure !== null && (!this.isGroup || this.builder.count === 0)) return { ok: false, error: failure }
    const model = this.builder.report({ dialect: 'criterion', machine: null, startedAt: null })
    if (!this.isGroup && model.metrics.length === 0) return { ok: false, error: this.refuse() }
    return { ok: true, model, partial: failure !== null, warnings: this.warnings.list() }
  }

  private opened(): OpenFile {
    return this.file ?? this.open(this.path)
  }

  private open(path: string): OpenFile {
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    if (this.benchmark?.folder !== folder) this.endBenchmark()
    this.benchmark ??= new CriterionBenchmark(folder, nameInPath(path))
    this.file = { path, reader: jsonReader(path, () => new CriterionFile()) }
    return this.file
  }

  private endFile(): void {
    const { file, benchmark } = this
    this.file = null
    if (file === null || benchmark === null) return
    const result = file.reader.end()
    if (result.ok) {
      benchmark.add(result.model, this.warnings)
      for (const { message, line } of result.warnings) this.warnings.add(message, line)
      return
    }
    this.failure ??= result.error
    const name = file.path.slice(benchmark.folder.length)
    benchmark.addProblem(`${name} cannot be read: ${result.error.message}.`)
    if (this.isGroup) this.warnings.add(`${file.path} cannot be read: ${result.error.message}`, result.error.line)
  }

  private endBenchmark(): void {
    this.benchmark?.close(this.builder)
    this.benchmark = null
  }

  private refuse(): ReportError {
    return new ReportError('the file has no samples and no estimates', {
      path: this.path,
      line: null,
      remedy: 'Name the folder target/criterion: the files of a benchmark are read together.',
    })
  }
}
