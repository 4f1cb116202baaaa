import { ReportError } from '@testwarden/core/model/errors'
import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { TextMachine } from '../../guarded-reader.js'
import { LineSplitter } from '../../text/line-splitter.js'
import { WarningLog } from '../../warning-log.js'
import { microsecondsOfSeconds } from '../duration.js'
import type { Level } from './level.js'
import { TapResults } from './results.js'
import { readPoint, unescaped } from './test-point.js'
import { OF_FAILED, OF_PASSED, YamlBlock } from './yaml-block.js'

const MAX_LINE_LENGTH = 1024 * 1024
const VERSION = /^TAP version (\d{1,9})\s*$/i
const VERSIONS: readonly string[] = ['13', '14']
const PLAN = /^1\.\.(\d{1,15})\s*(?:#\s*(?:skip\S*\s*)?(.*))?$/i
const BAIL_OUT = /^Bail out!\s*(.*)$/i
const PRAGMA = /^pragma\s+[+-]/
const SUBTEST = /^#\s*Subtest:\s*(.*)$/
/** What Node's runner and node-tap say at the end of all. */
const DURATION = /^#\s*(?:duration_ms |time=)(\d{1,12}(?:\.\d{1,12})?)(?:ms)?$/
/** `prove --verbose` puts the file in front of its results, and a verdict behind them. */
const PROVE_SUMMARY = /^Result: [A-Z]+$/
const PROVE_FILE = /^(\S+\.t) \.\.+(?: skipped: (.*))?$/

/**
 * Reads TAP 13 and 14. A result with subtests is told by them: it is a case of its own only where it fails without one of
 * them failing, or where its YAML block times it and does not call it a suite, as Node's runner does, which counts it.
 * A test that is still to do counts as skipped, whatever its result. A result behind a plan that closed the stream, or a
 * version in the midst of one, cannot be trusted: the file is refused.
 * @see https://testanything.org/tap-version-14-specification.html
 */
export class TapMachine implements TextMachine<TestRunReport> {
  readonly warnings = new WarningLog()
  private readonly path: string
  private readonly lines: LineSplitter
  private readonly results = new TapResults(this.warnings)
  private yaml: { readonly block: YamlBlock; readonly indent: number } | null = null
  private hasVersion = false
  private isProve = false
  private hasSummary = false
  private bailOut: string | null = null
  private isPartial = false
  private durationUs: number | null = null
  private at = 0

  constructor(path: string) {
    this.path = path
    this.lines = new LineSplitter(this, { path, maxCharacters: MAX_LINE_LENGTH, longLines: 'cut' })
  }

  write(text: string): void {
    this.lines.write(text)
  }

  end(): { readonly model: TestRunReport; readonly partial: boolean } {
    if (this.lines.end()) this.warnings.add('the last line has no end: the file may be cut off', this.at)
    this.endStream()
    if (this.isProve && !this.hasSummary) this.cutOff('prove did not come to its summary')
    if (this.yaml !== null) this.cutOff('the report ends within a YAML block')
    if (!this.results.hasAny) throw this.fault('there is no result and no plan', null)
    const dialect = this.isProve ? 'prove' : null
    return { model: this.results.report(dialect, this.durationUs), partial: this.isPartial }
  }

  line(text: string, start: number, end: number, at: number): void {
    this.at = at
    const line = text.slice(start, end).trimEnd()
    const body = line.trimStart()
    const indent = line.length - body.length
    if (this.yaml !== null && this.readYaml(line, indent)) return
    if (body === '---' && this.openYaml(indent)) return
    if (body !== '') this.readLine(body, indent)
  }

  /** @returns whether the line belongs to the block */
  private readYaml(line: string, indent: number): boolean {
    if (this.yaml === null) return false
    if (line !== '' && indent < this.yaml.indent) {
      this.warnings.add('a YAML block has no end', this.at)
      this.yaml = null
      return false
    }
    if (line.trim() === '...' && indent === this.yaml.indent) this.yaml = null
    else this.yaml.block.add(line)
    return true
  }

  private openYaml(indent: number): boolean {
    const point = this.results.pending
    if (point === null || point.yaml !== null || indent <= this.results.level.indent) return false
    point.yaml = new YamlBlock(point.point.isOk ? OF_PASSED : OF_FAILED)
    this.yaml = { block: point.yaml, indent }
    return true
  }

  private readLine(body: string, indent: number): void {
    if (body.startsWith('#')) this.readComment(body, indent)
    else if (!this.results.accepts(indent) || !this.readTap(body, indent))
      this.warnings.add('a line that is no TAP is ignored', this.at)
  }

  /** @returns false for a line that is none */
  private readTap(body: string, indent: number): boolean {
    if (body === '{') this.results.openBrace()
    else if (body === '}') this.results.enter(indent)
    else if (!PRAGMA.test(body)) return this.readResult(body, indent) || this.readFrame(body, indent)
    return true
  }

  private readResult(body: string, indent: number): boolean {
    if (this.isVerdict(body)) return true
    const point = readPoint(body, this.hasVersion)
    if (point === null) return false
    const level = this.results.enter(indent)
    if (level.isClosed) throw this.fault('a result stands behind the plan that closes the stream', this.at)
    this.results.open(point, this.at)
    return true
  }

  /** Of `prove`: on a file, which looks like a result without number and name, or on all of them. */
  private isVerdict(body: string): boolean {
    this.hasSummary ||= PROVE_SUMMARY.test(body)
    return this.isProve && body === 'ok'
  }

  /** Everything around results. @returns false for what is none of it */
  private readFrame(body: string, indent: number): boolean {
    const [, count, remark] = PLAN.exec(body) ?? []
    const [, version] = VERSION.exec(body) ?? []
    const [, reason] = BAIL_OUT.exec(body) ?? []
    const [, file, whySkipped] = PROVE_FILE.exec(body) ?? []
    if (count !== undefined) this.readPlan(this.results.enter(indent), Number(count), remark)
    else if (version !== undefined) this.readVersion(version, indent)
    else if (reason !== undefined) this.bailOut ??= reason
    else if (file !== undefined && indent === 0) this.beginFile(file, whySkipped)
    return [count, version, reason, file].some((found) => found !== undefined)
  }

  private readPlan(level: Level, count: number, remark: string | undefined): void {
    if (level.planned !== null && level.indent === 0 && level.isWhole && !level.isClosed) this.beginStream(null)
    const open = level.indent === 0 ? this.results.enter(0) : level
    if (open.planned !== null) throw this.fault('a second plan stands in one stream', this.at)
    open.planned = count
    open.isClosed = open.results > 0
    const why = remark === undefined || remark === '' ? '' : `: ${remark}`
    if (count === 0 && level.indent === 0) this.warnings.add(`all tests are skipped${why}`, this.at)
  }

  private readVersion(version: string, indent: number): void {
    if (!VERSIONS.includes(version)) throw this.fault(`TAP version ${version} is neither 13 nor 14`, this.at)
    const level = this.results.enter(indent)
    if (level.results === 0 && level.planned === null) this.hasVersion = true
    else if (indent === 0 && level.isWhole) this.beginStream(null)
    else throw this.fault('a version stands in the midst of a stream', this.at)
  }

  private beginFile(file: string, whySkipped: string | undefined): void {
    if (this.isProve) this.beginStream(file)
    else this.results.begin(file)
    this.isProve = true
    if (whySkipped !== undefined) this.readPlan(this.results.level, 0, whySkipped)
  }

  /** What follows is another stream, as when the output of several programs goes to one file. */
  private beginStream(name: string | null): void {
    this.endStream()
    this.results.begin(name)
  }

  private endStream(): void {
    const { isOpen, level } = this.results.finish()
    if (isOpen) this.cutOff('the report ends within subtests')
    if (this.bailOut !== null) this.cutOff(`the run bailed out${this.bailOut === '' ? '' : `: ${this.bailOut}`}`)
    this.bailOut = null
    if (level.planned === null && this.results.hasAny) this.cutOff('there is no plan')
    if (level.planned === null || level.planned === level.results) return
    const message = `${level.planned} results are planned, ${level.results} are there`
    if (level.results < level.planned) this.cutOff(message)
    else this.warnings.add(message, this.at)
  }

  private readComment(body: string, indent: number): void {
    const [, name] = SUBTEST.exec(body) ?? []
    const [, time] = DURATION.exec(body) ?? []
    if (name !== undefined && this.results.accepts(indent)) this.results.enter(indent).announced = unescaped(name)
    else if (time !== undefined && indent === 0) this.durationUs = microsecondsOfSeconds(Number(time) / 1000)
    else this.results.addComment(body.replace(/^#\s?/, ''))
  }

  private cutOff(message: string): void {
    this.isPartial = true
    this.warnings.add(message, this.at)
  }

  private fault(message: string, line: number | null): ReportError {
    return new ReportError(message, {
      path: this.path,
      line,
      remedy:
        'Check that one whole TAP stream is in this file: let the tests run again and write to a file of their own.',
    })
  }
}
