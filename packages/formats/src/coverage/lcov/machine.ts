import type { CoverageReport } from '@testwarden/core/model/coverage'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import { ReportError } from '@testwarden/core/model/errors'
import type { TextMachine } from '../../guarded-reader.js'
import type { ReportWatch } from '../../report-watch.js'
import { type LineSink, LineSplitter } from '../../text/line-splitter.js'
import { WarningLog } from '../../warning-log.js'
import { CoverageBuilder, type FileBuilder } from '../coverage-builder.js'
import { describeDifference, findDifferences } from '../declared.js'
import { BlockRanks } from './block-ranks.js'
import { DeclaredSums } from './declared-sums.js'
import { SectionFunctions } from './functions.js'
import { PlainRecords } from './plain-records.js'
import {
  indexWithin,
  type RecordSpan,
  readBranch,
  readFunctionAlias,
  readFunctionCount,
  readFunctionGroup,
  readFunctionStart,
  readLine,
} from './records.js'
import { SectionWatch } from './section-watch.js'

const COLON = 0x3a
const MAX_LINE_LENGTH = 1024 * 1024
const END = 'end_of_record'
/** Known, and without numbers that we use: test name, version, branch-free MC/DC totals. */
const IGNORED: readonly string[] = ['TN', 'VER', 'MCDC', 'MCF', 'MCH']

/**
 * Records that mean nothing wrong when a last line without a line end is cut short: a count loses digits, but never
 * becomes zero or more than zero. Half a path or half a name would be a file or function that does not exist.
 */
const SAFE_WHEN_CUT: readonly string[] = ['TN', 'DA', 'BRDA']

interface Section {
  readonly file: FileBuilder
  /** FNF, once it was read. */
  declaredFunctions: number | null
}

/** Reads LCOV tracefiles, versions 1 and 2, line by line. */
export class LcovMachine implements TextMachine<CoverageReport>, LineSink {
  readonly warnings = new WarningLog()
  private readonly path: string
  private readonly lines: LineSplitter
  private readonly builder: CoverageBuilder
  private readonly declared = new DeclaredSums()
  private readonly plainRecords: PlainRecords
  private readonly ranks = new BlockRanks()
  private readonly functions: SectionFunctions
  private readonly watch: SectionWatch | null
  private section: Section | null = null
  private sections = 0
  private isCutOff = false
  private isAtEnd = false
  private hasKnownRecord = false

  constructor(path: string, watch: ReportWatch | null) {
    this.path = path
    this.watch = watch === null ? null : new SectionWatch(watch)
    this.builder = new CoverageBuilder('sum', watch)
    this.plainRecords = new PlainRecords(this.builder.armNames, this.ranks)
    this.functions = new SectionFunctions(this.builder.functionNames)
    this.lines = new LineSplitter(this, { path, maxCharacters: MAX_LINE_LENGTH, longLines: 'refuse' })
  }

  write(text: string): void {
    this.lines.write(text)
  }

  end(): { readonly model: CoverageReport; readonly partial: boolean } {
    this.isAtEnd = true
    this.lines.end()
    this.isCutOff ||= this.section !== null
    if (this.isCutOff) this.warnings.add(`the file ends without ${END}: it may be cut off`, null)
    this.endSection()
    if (!this.hasKnownRecord) throw this.notLcov()
    return { model: this.report(), partial: this.isCutOff }
  }

  line(text: string, start: number, end: number, at: number): void {
    if (this.watch !== null) this.watch.moveTo({ text, start, end, at })
    if (this.plainRecords.read(text, start, end)) return
    this.readRecord(text, start, end, at)
  }

  private readRecord(text: string, start: number, end: number, at: number): void {
    const colon = indexWithin(COLON, text, { start, end })
    if (colon === end) {
      this.readBareLine(text.slice(start, end).trim(), at)
      return
    }
    const span = { text, start: colon + 1, end, at }
    const record = text.slice(start, colon)
    if (record.startsWith('#')) return
    if (this.isAtEnd && !SAFE_WHEN_CUT.includes(record)) {
      this.isCutOff = true
      return
    }
    if (record === 'SF') this.beginSection(span)
    else if (!IGNORED.includes(record)) this.readSectionRecord(record, span)
    this.hasKnownRecord ||= record === 'TN' || record === 'SF'
  }

  private readBareLine(line: string, at: number): void {
    if (line === END) this.endSection()
    else if (line !== '' && !line.startsWith('#')) this.warnings.add('a line that is no LCOV record is ignored', at)
  }

  private beginSection({ text, start, end, at }: RecordSpan): void {
    if (this.section !== null) this.warnings.add(`a section begins before ${END} of the one before`, at)
    this.endSection()
    const path = text.slice(start, end).trim()
    if (path === '') this.warnings.add('a section names no file: its lines count, but belong to no known file', at)
    this.sections++
    const file = this.builder.file(path)
    this.section = { file, declaredFunctions: null }
    this.plainRecords.file = file
  }

  private endSection(): void {
    if (this.section === null) return
    const { file, declaredFunctions } = this.section
    for (const found of this.functions.list(declaredFunctions)) {
      this.builder.sawFunctions()
      if (this.watch !== null) this.watch.moveToFunction(this.builder.functionNames.nameOf(found.name))
      file.addNumberedFunction(found)
    }
    this.functions.clear()
    this.ranks.clear()
    this.watch?.endSection()
    file.endSection()
    this.section = null
    this.plainRecords.file = null
  }

  private readSectionRecord(record: string, span: RecordSpan): void {
    const { section, functions, warnings } = this
    if (section === null) {
      warnings.add('a record outside a section (SF to end_of_record) is ignored', span.at)
      return
    }
    if (record === 'DA') readLine(span, section.file, warnings)
    else if (record === 'BRDA') readBranch(span, { file: section.file, ranks: this.ranks }, warnings)
    else if (record === 'FN') readFunctionStart(span, functions, warnings)
    else if (record === 'FNDA') readFunctionCount(span, functions, warnings)
    else if (record === 'FNL') readFunctionGroup(span, functions, warnings)
    else if (record === 'FNA') readFunctionAlias(span, functions, warnings)
    else if (!DeclaredSums.isSummary(record)) warnings.add('a line that is no LCOV record is ignored', span.at)
    else this.readSummary(record, span, section)
  }

  private readSummary(record: string, { text, start, end, at }: RecordSpan, section: Section): void {
    const value = text.slice(start, end).trim()
    if (!this.declared.add(record, value)) this.warnings.add('a total of a section that is no count is ignored', at)
    else if (record === 'FNF') section.declaredFunctions = Number(value)
  }

  private report(): CoverageReport {
    const files = this.builder.build()
    if (files.length === 0) this.warnings.add('the report lists no files', null)
    const declared = this.declared.totals(this.sections)
    for (const difference of findDifferences(declared, () => countCoverage(files)))
      this.warnings.add(describeDifference(difference, this.explain(files.length)), null)
    return { dialect: null, files, sources: [], declared }
  }

  private explain(files: number): string {
    if (this.isCutOff) return 'the file is cut off'
    if (files < this.sections) return `it counts each of its ${this.sections} sections, some of which are of one file`
    return 'its totals do not follow from its own records; some tools take them from elsewhere, llvm-cov among them'
  }

  private notLcov(): ReportError {
    return new ReportError('the file holds no LCOV record (SF:<path>)', {
      path: this.path,
      line: 1,
      remedy: 'Name the tracefile that the coverage tool wrote, often lcov.info.',
    })
  }
}
