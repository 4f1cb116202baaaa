import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import type { WarningLog } from '../../warning-log.js'
import type { AsciiBlock, BenchmarkLines, PlainStretch } from '../line-reader.js'
import { GoFailures } from './failures.js'
import { OpenBenchmark } from './open-benchmark.js'
import { PlainResults } from './plain-results.js'
import { readPrintedLine } from './printed-line.js'
import { type ResultLine, readResultLine } from './result-line.js'
import { GoResults } from './results.js'
import { TestEvents } from './test-events.js'
import { readUnitLine } from './unit-line.js'

/** Of all configuration, what belongs to a machine or a package. */
const CONFIGURATION = /^(goos|goarch|pkg|cpu):(?:[ \t]+(.*))?$/
const FAILED = /(?:^|[ \t])--- FAIL: (Benchmark\S*)/
const FAILED_PACKAGE = /^FAIL\t(\S+)(?: \[(build|setup) failed\])?/
const PACKAGE_END = /^(?:PASS$|FAIL$|FAIL\t|ok\s)/

/**
 * Reads what `go test -bench` prints, as it is or as other tools write the same format. Lines that are neither results nor
 * configuration are what programs print, and mean nothing, but may stand between the name of a benchmark and its numbers.
 * The end of a package is the end of its process; so is a configuration that begins anew, where outputs of several runs
 * stand in one file.
 * @see https://go.googlesource.com/proposal/+/master/design/14313-benchmark-format.md
 */
export class GoLines implements BenchmarkLines {
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly results: GoResults
  private readonly plain: PlainResults
  private readonly failures = new GoFailures()
  private readonly open = new OpenBenchmark(this.failures)
  private readonly events = new TestEvents((line, at) => this.readLine(line, at))
  private readonly configuration = new Map<string, string>()
  private isGo = false
  /** Whether nothing of a package stands behind its end. */
  private isEnded = false
  private at = 0

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.warnings = warnings
    this.results = new GoResults(warnings)
    this.plain = new PlainResults(this.results)
  }

  line(line: string, at: number): void {
    if (!this.events.take(line, at)) this.readLine(line, at)
  }

  /** Where a program may print between the name of a benchmark and its numbers, lines are read one by one. */
  readPlain(block: AsciiBlock, start: number, at: number): PlainStretch {
    if (!this.open.isNone) return { end: start, lines: 0 }
    const stretch = this.plain.addStretch(block, start, { pkg: this.pkg, at })
    if (stretch.lines > 0) this.at = at + stretch.lines - 1
    return stretch
  }

  model(): BenchmarkReport {
    const hasOpen = this.open.end()
    if (this.isGo && (hasOpen || !this.isEnded))
      this.warnings.add('the output ends before its package does: benchmarks may be missing', this.at)
    if (!this.isGo && this.results.isEmpty) throw this.refuse()
    const [cpu, os] = [this.configuration.get('cpu') ?? null, this.configuration.get('goos') ?? null]
    const machine = cpu === null && os === null ? null : { cpu, cores: null, os }
    return this.results.report(machine, this.failures)
  }

  private get pkg(): string | null {
    return this.configuration.get('pkg') ?? null
  }

  private readLine(line: string, at: number): void {
    this.at = at
    const isBenchmark = line.startsWith('Benchmark')
    const result = isBenchmark ? readResultLine(line) : null
    if (result === 'cut off') this.open.begin(line.split(/\s/, 1)[0] ?? '', this.pkg, at)
    else if (result !== null) this.add(result, at)
    if (result === null && !this.readFailure(line, at) && !this.readPrinted(line, at)) this.readOther(line, at)
  }

  private add(result: ResultLine, at: number): void {
    this.open.close(result.name)
    this.results.add(result, { pkg: this.pkg, at })
  }

  private readFailure(line: string, at: number): boolean {
    const [, failed] = FAILED.exec(line) ?? []
    if (failed !== undefined) this.open.fail(failed, this.pkg, at)
    return failed !== undefined
  }

  /** A name without numbers, numbers without a name, or both with something between. */
  private readPrinted(line: string, at: number): boolean {
    const printed = line.includes('\t') ? readPrintedLine(line) : null
    const name = printed?.name ?? this.open.name
    if (printed === null || name === null) return false
    if (printed.values.length > 0) this.add({ name, values: printed.values }, at)
    else this.open.begin(name, this.pkg, at)
    return true
  }

  private readOther(line: string, at: number): void {
    const unit = readUnitLine(line)
    const [, key, value = ''] = CONFIGURATION.exec(line) ?? []
    if (unit !== null) this.results.declare(unit)
    else if (key !== undefined) this.configure(key, value.trim())
    else if (PACKAGE_END.test(line)) this.endPackage(line, at)
    else this.open.log(line)
  }

  private configure(key: string, value: string): void {
    if (key !== 'cpu') {
      this.isGo = true
      this.isEnded = false
      this.endProcess()
    }
    this.configuration.set(key, value)
  }

  private endPackage(line: string, at: number): void {
    const [, pkg, step] = FAILED_PACKAGE.exec(line) ?? []
    if (pkg !== undefined) this.open.failPackage(pkg, step ?? null, at)
    this.isGo = true
    this.isEnded = line !== 'PASS'
    this.endProcess()
  }

  private endProcess(): void {
    this.open.end()
    this.results.endProcess()
  }

  private refuse(): ReportError {
    return new ReportError('there is no line of a Go benchmark', {
      path: this.path,
      line: null,
      remedy: 'Write the output of `go test -run=^$ -bench=. ./...` into the file.',
    })
  }
}
