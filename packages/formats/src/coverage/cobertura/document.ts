import type { CoverageReport, CoverageTotals, FileCoverage } from '@testwarden/core/model/coverage'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import { boundedName } from '../../bounded-name.js'
import type { ReportWatch } from '../../report-watch.js'
import type { WarningLog } from '../../warning-log.js'
import type { XmlAttributes } from '../../xml/attributes.js'
import type { XmlHandler } from '../../xml/handler.js'
import { CoverageBuilder, type FileBuilder, TOO_MANY_BRANCHES, TOO_MANY_FUNCTIONS } from '../coverage-builder.js'
import { describeDifference, findDifferences } from '../declared.js'
import { readHitCount } from '../hit-count.js'
import { Tally } from '../tally.js'
import { ClassLines, type LineElement } from './class-lines.js'
import type { CoberturaClues, CoberturaDialect, CoberturaFacts } from './dialect.js'
import { findDialect } from './dialects/registry.js'
import { isScoverage } from './dialects/scoverage.js'
import { explainDifference } from './explain.js'
import { readHits, readLineElement } from './line-element.js'
import { readDeclared } from './root.js'
import { StatementOutcomes } from './statement-outcomes.js'

interface OpenClass {
  readonly file: FileBuilder
  readonly lines: ClassLines
  readonly outcomes: StatementOutcomes
}

interface OpenMethod {
  readonly name: string
  hits: number
  firstLine: number
  isCounted: boolean
}

/** From the elements of a Cobertura file to its report. What stands between class and line does not matter. */
export class CoberturaDocument implements XmlHandler {
  private readonly warnings: WarningLog
  private readonly builder: CoverageBuilder
  private readonly sources: string[] = []
  private declared: CoverageTotals | null = null
  private clues: CoberturaClues = {
    rootAttributes: [],
    version: '',
    classAttributes: [],
    methodAttributes: [],
    hasSourcesElement: false,
  }
  private readonly classLines = new Tally()
  private readonly methodLines = new Tally()
  private readonly skippedLines = new Tally()
  private hasUnknownBranches = false
  /** Its line elements are statements, and those with branches one outcome each. */
  private isOfStatements = false
  private source: string | null = null
  private openClass: OpenClass | null = null
  private openMethod: OpenMethod | null = null

  constructor(warnings: WarningLog, watch: ReportWatch | null) {
    this.builder = new CoverageBuilder('max', watch)
    this.warnings = warnings
  }

  open(name: string, attributes: XmlAttributes, line: number): void {
    if (name === 'line') this.readLine(attributes, line)
    else if (name === 'method') this.beginMethod(attributes, line)
    else if (name === 'class') this.beginClass(attributes, line)
    else if (name === 'source') this.source = ''
    else if (name === 'sources') this.clues = { ...this.clues, hasSourcesElement: true }
    else if (name === 'coverage') this.readRoot(attributes)
  }

  close(name: string): void {
    if (name === 'line') return
    if (name === 'method') this.endMethod()
    else if (name === 'class') this.endClass()
    else if (name === 'source') this.endSource()
  }

  get isTextWanted(): boolean {
    return this.source !== null
  }

  text(piece: string): void {
    if (this.source !== null) this.source += piece
  }

  report(): CoverageReport {
    const files = this.builder.build()
    const dialect = findDialect(this.clues)
    if (files.length === 0) this.warnings.add('the report lists no files', null)
    this.warnOfDifferences(dialect, files)
    return { dialect: dialect?.id ?? null, files, sources: this.sources, declared: this.declared }
  }

  private warnOfDifferences(dialect: CoberturaDialect | null, files: readonly FileCoverage[]): void {
    const differences = findDifferences(this.declared, () => countCoverage(files))
    const facts: CoberturaFacts = {
      sources: this.sources.length,
      classLines: this.classLines.count(),
      methodLines: this.methodLines.count(),
      skippedLines: this.skippedLines.count(),
      hasUnknownBranches: this.hasUnknownBranches,
      areLinesConfirmed: !differences.some(({ metric }) => metric === 'lines'),
    }
    for (const difference of differences)
      this.warnings.add(describeDifference(difference, explainDifference(difference, facts, dialect)), null)
  }

  private readRoot(attributes: XmlAttributes): void {
    this.declared = readDeclared(attributes)
    this.clues = {
      ...this.clues,
      rootAttributes: attributes.names(),
      version: attributes.get('version') ?? '',
    }
    this.isOfStatements = isScoverage(this.clues.rootAttributes, this.clues.version)
  }

  private beginClass(attributes: XmlAttributes, line: number): void {
    if (this.clues.classAttributes.length === 0) this.clues = { ...this.clues, classAttributes: attributes.names() }
    const path = attributes.get('filename') ?? ''
    if (path === '') this.warnings.add('a class names no file: its lines count, but belong to no known file', line)
    if (this.openClass !== null) this.endClass()
    const file = this.builder.file(path)
    const outcomes = new StatementOutcomes(file, boundedName(attributes.get('name') ?? '', line, this.warnings))
    this.openClass = { file, lines: new ClassLines(file), outcomes }
  }

  private endClass(): void {
    this.openClass?.lines.end()
    this.openClass = null
  }

  private beginMethod(attributes: XmlAttributes, line: number): void {
    if (this.clues.methodAttributes.length === 0) this.clues = { ...this.clues, methodAttributes: attributes.names() }
    const hits = readHits(attributes, line, this.warnings)
    this.openMethod = { name: attributes.get('name') ?? '', hits: hits ?? 0, firstLine: 0, isCounted: hits !== null }
  }

  /** A method without lines and hits is abstract or generated: nothing that could be covered. */
  private endMethod(): void {
    const method = this.openMethod
    this.openMethod = null
    if (method === null || !method.isCounted || this.openClass === null) return
    this.builder.sawFunctions()
    const found = { name: method.name, line: method.firstLine, hits: method.hits }
    if (!this.openClass.file.addFunction(found)) this.warnings.add(TOO_MANY_FUNCTIONS, null)
  }

  private readLine(attributes: XmlAttributes, at: number): void {
    if (this.openClass === null) {
      this.warnings.add('a line element outside any class is not counted', at)
      this.skipLine(attributes)
      return
    }
    const element = readLineElement(attributes, at, this.warnings)
    if (element === null) {
      if (this.openMethod === null) this.skipLine(attributes)
      return
    }
    if (element.hasUnknownBranches && !this.isOfStatements) this.warnOfUnknownBranches(at)
    if (this.openMethod === null) this.addClassLine(this.openClass, element)
    else this.addMethodLine(this.openMethod, this.openClass, element)
  }

  /** How many branches there are is not known: a guess such as 2 of 2 would show them as covered. */
  private warnOfUnknownBranches(at: number): void {
    this.hasUnknownBranches = true
    this.warnings.add('a line with branches does not say how many (condition-coverage): they are not counted', at)
  }

  private addClassLine({ lines, outcomes }: OpenClass, element: LineElement): void {
    this.classLines.add(element.hits)
    lines.addOwn(element)
    if (element.hasUnknownBranches && this.isOfStatements && !outcomes.add(element.line, element.hits))
      this.warnings.add(TOO_MANY_BRANCHES, null)
  }

  private skipLine(attributes: XmlAttributes): void {
    this.skippedLines.add(readHitCount(attributes.get('hits') ?? '')?.hits ?? 0)
  }

  private addMethodLine(method: OpenMethod, owner: OpenClass, element: LineElement): void {
    this.methodLines.add(element.hits)
    method.isCounted = true
    method.hits = Math.max(method.hits, element.hits)
    if (method.firstLine === 0 || element.line < method.firstLine) method.firstLine = element.line
    owner.lines.addFromMethod(element)
  }

  private endSource(): void {
    if (this.source !== null) this.sources.push(this.source.trim())
    this.source = null
  }
}
