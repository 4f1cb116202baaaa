import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import type { TextMachine } from '../../guarded-reader.js'
import { LineSplitter } from '../../text/line-splitter.js'
import { WarningLog } from '../../warning-log.js'
import { readResultLine } from './result-line.js'
import { GoResults } from './results.js'
import { readUnitLine } from './unit-line.js'

const MAX_LINE_LENGTH = 256 * 1024
const CONFIGURATION = /^([a-z][^\s:A-Z]*):(?:[ \t]+(.*))?$/
const FAILED = /^\s*--- FAIL: (Benchmark\S*)/
const FAILED_PACKAGE = /^FAIL\t(\S+)/
const PACKAGE_END = /^(?:PASS$|FAIL$|ok\s)/

/**
 * Reads what `go test -bench` prints, as it is or as other tools write the same format. Lines that are neither results nor
 * configuration are what programs print, and mean nothing. The end of a package is the end of its process; so is a
 * configuration that begins anew, where outputs of several runs stand in one file.
 * @see https://go.googlesource.com/proposal/+/master/design/14313-benchmark-format.md
 */
export class GoBenchMachine implements TextMachine<BenchmarkReport> {
  readonly warnings = new WarningLog()
  private readonly path: string
  private readonly lines: LineSplitter
  private readonly results = new GoResults(this.warnings)
  private readonly configuration = new Map<string, string>()
  private isGo = false
  /** Whether nothing of a package stands behind its end. */
  private isEnded = false
  private at = 0

  constructor(path: string) {
    this.path = path
    this.lines = new LineSplitter(this, { path, maxCharacters: MAX_LINE_LENGTH, longLines: 'cut' })
  }

  write(text: string): void {
    this.lines.write(text)
  }

  end(): { readonly model: BenchmarkReport; readonly partial: boolean } {
    if (this.lines.end()) this.warnings.add('the last line has no end: the file may be cut off', this.at)
    if (this.isGo && !this.isEnded)
      this.warnings.add('the output ends before its package does: benchmarks may be missing', this.at)
    if (!this.isGo && this.results.isEmpty) throw this.refuse()
    const [cpu, os] = [this.configuration.get('cpu') ?? null, this.configuration.get('goos') ?? null]
    const machine = cpu === null && os === null ? null : { cpu, cores: null, os }
    return { model: this.results.report(machine), partial: false }
  }

  line(text: string, start: number, end: number, at: number): void {
    this.at = at
    if (text.startsWith('Benchmark', start)) this.readResult(text.slice(start, end), at)
    else if (end > start) this.readOther(text.slice(start, end), at)
  }

  /** A name alone, or with a log behind it, is what `-v` and programs print. */
  private readResult(line: string, at: number): void {
    const result = readResultLine(line)
    if (result === 'cut off') this.warnings.add('a result without a value or a unit is ignored', at)
    else if (result !== null) this.results.add(result, { pkg: this.configuration.get('pkg') ?? null, at })
  }

  private readOther(line: string, at: number): void {
    const unit = readUnitLine(line)
    if (unit !== null) {
      this.results.declare(unit)
      return
    }
    const [, key, value = ''] = CONFIGURATION.exec(line) ?? []
    if (key !== undefined) this.configure(key, value.trim())
    else this.readEnd(line, at)
  }

  private configure(key: string, value: string): void {
    if (key === 'goos' || key === 'goarch' || key === 'pkg') {
      this.isGo = true
      this.isEnded = false
      this.results.endProcess()
    }
    this.configuration.set(key, value)
  }

  private readEnd(line: string, at: number): void {
    const [, failed] = FAILED.exec(line) ?? []
    if (failed !== undefined) this.results.fail(failed, this.configuration.get('pkg') ?? null, at)
    const [, pkg] = FAILED_PACKAGE.exec(line) ?? []
    if (pkg !== undefined) this.results.failPackage(pkg, at)
    if (!PACKAGE_END.test(line)) return
    this.isGo = true
    this.isEnded = !line.startsWith('PASS')
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
