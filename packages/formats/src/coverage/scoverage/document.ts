import type { CoverageReport, CoverageTotals, FileCoverage } from '@testwarden/core/model/coverage'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import type { ReportWatch } from '../../report-watch.js'
import type { WarningLog } from '../../warning-log.js'
import type { XmlAttributes } from '../../xml/attributes.js'
import type { XmlHandler } from '../../xml/handler.js'
import { CoverageBuilder, type FileBuilder, TOO_MANY_BRANCHES, TOO_MANY_FUNCTIONS } from '../coverage-builder.js'
import { describeDifference, findDifferences, guessDifference } from '../declared.js'
import { Tally } from '../tally.js'
import { type NumberSource, readLineNumber, readNumber } from '../xml-counts.js'

interface OpenMethod {
  readonly name: string
  firstLine: number
  hits: number
}

/**
 * From the statements of a scoverage file to its report. A line is covered when any statement on it was invoked; a
 * statement with `branch="true"` is one outcome of a branch; one that is `ignored` was excluded by its author.
 */
export class ScoverageDocument implements XmlHandler {
  private readonly warnings: WarningLog
  private readonly builder: CoverageBuilder
  private readonly statements = new Tally()
  private declared: CoverageTotals | null = null
  private file: FileBuilder | null = null
  private method: OpenMethod | null = null

  constructor(warnings: WarningLog, watch: ReportWatch | null) {
    this.builder = new CoverageBuilder('max', watch)
    this.warnings = warnings
  }

  open(name: string, attributes: XmlAttributes, at: number): void {
    if (name === 'statement') this.readStatement({ attributes, at, warnings: this.warnings })
    else if (name === 'class') this.beginClass(attributes, at)
    else if (name === 'method') this.method = { name: attributes.get('name') ?? '', firstLine: 0, hits: 0 }
    else if (name === 'scoverage') this.declared = readDeclared(attributes)
  }

  close(name: string): void {
    if (name === 'method') this.endMethod()
    else if (name === 'class') this.endClass()
  }

  /** What stands in a statement is its source code. */
  get isTextWanted(): boolean {
    return false
  }

  report(): CoverageReport {
    const files = this.builder.build()
    if (files.length === 0) this.warnings.add('the report lists no files', null)
    this.warnOfDifferences(files)
    return { dialect: null, files, sources: [], declared: this.declared }
  }

  private warnOfDifferences(files: readonly FileCoverage[]): void {
    const { covered, total } = this.statements.count()
    for (const difference of findDifferences(this.declared, () => countCoverage(files))) {
      const { declared } = difference
      const areStatements = declared.covered === covered && declared.total === total
      const reason = areStatements ? 'it counts statements, of which several stand on one line' : null
      this.warnings.add(describeDifference(difference, reason ?? guessDifference(difference)), null)
    }
  }

  private beginClass(attributes: XmlAttributes, at: number): void {
    const path = attributes.get('filename') ?? ''
    if (path === '') this.warnings.add('a class names no file: its lines count, but belong to no known file', at)
    this.file = this.builder.file(path)
  }

  private endClass(): void {
    this.file?.endSection()
    this.file = null
  }

  private endMethod(): void {
    const { method, file } = this
    this.method = null
    if (method === null || file === null || method.firstLine === 0) return
    this.builder.sawFunctions()
    if (!file.addFunction({ name: method.name, line: method.firstLine, hits: method.hits }))
      this.warnings.add(TOO_MANY_FUNCTIONS, null)
  }

  private readStatement(source: NumberSource): void {
    const { attributes, at } = source
    if (attributes.get('ignored') === 'true') return
    if (this.file === null) {
      this.warnings.add('a statement outside any class is not counted', at)
      return
    }
    const hits = readNumber('invocation-count', source)
    const line = readLineNumber('line', source)
    if (line === null) return
    this.statements.add(hits)
    this.file.addLine(line, hits)
    this.noteInMethod(line, hits)
    if (attributes.get('branch') === 'true' && !this.file.addArm(line, placeOf(attributes), hits))
      this.warnings.add(TOO_MANY_BRANCHES, at)
  }

  private noteInMethod(line: number, hits: number): void {
    if (this.method === null) return
    if (this.method.firstLine === 0 || line < this.method.firstLine) this.method.firstLine = line
    this.method.hits = Math.max(this.method.hits, hits)
  }
}

/** Where a statement stands in its file: no two stand in the same place. */
function placeOf(attributes: XmlAttributes): string {
  return `${attributes.integer('start')}-${attributes.integer('end')}`
}

/** Lines are compared with statements, which are what scoverage counts instead; of branches it tells a rate only. */
function readDeclared(attributes: XmlAttributes): CoverageTotals | null {
  const lines = { covered: attributes.integer('statements-invoked'), total: attributes.integer('statement-count') }
  return lines.covered < 0 || lines.total < 0 ? null : { lines, branches: null, functions: null, statements: null }
}
