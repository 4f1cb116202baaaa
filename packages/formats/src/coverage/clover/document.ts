import type { CoverageReport, CoverageTotals, FileCoverage } from '@testwarden/core/model/coverage'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import { boundedName } from '../../bounded-name.js'
import type { ReportWatch } from '../../report-watch.js'
import type { WarningLog } from '../../warning-log.js'
import type { XmlAttributes } from '../../xml/attributes.js'
import type { XmlHandler } from '../../xml/handler.js'
import { CoverageBuilder, type FileBuilder, TOO_MANY_FUNCTIONS } from '../coverage-builder.js'
import { describeDifference, findDifferences, guessDifference } from '../declared.js'
import { type NumberSource, readLineNumber, readNumber } from '../xml-counts.js'
import { Conditions } from './conditions.js'
import type { CloverClues, CloverDialect } from './dialect.js'
import { findDialect } from './dialects/registry.js'
import { filePath } from './file-path.js'
import { addMetrics } from './metrics.js'

/** How deep the metrics of a whole project stand. */
const PROJECT_METRICS_DEPTH = 3

interface OpenFile {
  readonly builder: FileBuilder
  readonly conditions: Conditions
}

/** From the elements of a Clover file to its report. What stands between file and line does not matter. */
export class CloverDocument implements XmlHandler {
  private readonly warnings: WarningLog
  private readonly builder: CoverageBuilder
  private clues: CloverClues = { version: null, projectName: '' }
  private declared: CoverageTotals | null = null
  private packageName = ''
  private depth = 0
  private isInTests = false
  private openFile: OpenFile | null = null

  constructor(warnings: WarningLog, watch: ReportWatch | null) {
    this.builder = new CoverageBuilder('max', watch)
    this.warnings = warnings
  }

  open(name: string, attributes: XmlAttributes, at: number): void {
    this.depth++
    if (this.isInTests) return
    if (name === 'line') this.readLine({ attributes, at, warnings: this.warnings })
    else if (name === 'file') this.beginFile(attributes, at)
    else if (name === 'metrics') this.readMetrics(attributes)
    else if (name === 'package') this.packageName = boundedName(attributes.get('name') ?? '', at, this.warnings)
    else if (name === 'project') this.readProject(attributes)
    else if (name === 'testproject') this.skipTests(at)
    else if (name === 'coverage') this.clues = { ...this.clues, version: attributes.get('clover') }
  }

  close(name: string): void {
    this.depth--
    if (name === 'line') return
    if (name === 'testproject') this.isInTests = false
    else if (name === 'file') this.endFile()
    else if (name === 'package') this.packageName = ''
  }

  report(): CoverageReport {
    const files = this.builder.build()
    const dialect = findDialect(this.clues)
    if (files.length === 0) this.warnings.add('the report lists no files', null)
    this.warnOfDifferences(dialect, files)
    return { dialect: dialect?.id ?? null, files, sources: [], declared: this.declared }
  }

  private warnOfDifferences(dialect: CloverDialect | null, files: readonly FileCoverage[]): void {
    for (const difference of findDifferences(this.declared, () => countCoverage(files))) {
      const reason = dialect?.explain(difference) ?? guessDifference(difference)
      this.warnings.add(describeDifference(difference, reason), null)
    }
  }

  private readProject(attributes: XmlAttributes): void {
    if (this.clues.projectName === '') this.clues = { ...this.clues, projectName: attributes.get('name') ?? '' }
  }

  /** OpenClover lists the sources of tests apart, and leaves them out of every total. */
  private skipTests(at: number): void {
    this.isInTests = true
    this.warnings.add('the sources of tests (testproject) are left out, as the tool does in its totals', at)
  }

  private readMetrics(attributes: XmlAttributes): void {
    if (this.depth === PROJECT_METRICS_DEPTH) this.declared = addMetrics(this.declared, attributes)
  }

  private beginFile(attributes: XmlAttributes, at: number): void {
    const path = filePath(this.packageName, attributes)
    if (path === '') this.warnings.add('a file has no name: its lines count, but belong to no known file', at)
    const builder = this.builder.file(path)
    this.openFile = { builder, conditions: new Conditions(builder) }
  }

  private endFile(): void {
    this.openFile?.builder.endSection()
    this.openFile = null
  }

  private readLine(source: NumberSource): void {
    if (this.openFile === null) {
      this.warnings.add('a line outside any file is not counted', source.at)
      return
    }
    const line = readLineNumber('num', source)
    if (line === null) return
    const type = source.attributes.get('type')
    if (type === 'method') this.addMethod(line, source, this.openFile)
    else if (type === 'cond') addCondition(line, source, this.openFile)
    else this.openFile.builder.addLine(line, readNumber('count', source))
  }

  /** Its line is where it is declared: nothing that could run. */
  private addMethod(line: number, source: NumberSource, { builder }: OpenFile): void {
    this.builder.sawFunctions()
    const { attributes } = source
    const name = attributes.get('signature') ?? attributes.get('name') ?? ''
    if (!builder.addFunction({ name, line, hits: readNumber('count', source) }))
      this.warnings.add(TOO_MANY_FUNCTIONS, null)
  }
}

/** Only istanbul writes a count beside the two others, and means something else by them. */
function addCondition(line: number, source: NumberSource, { builder, conditions }: OpenFile): void {
  if (source.attributes.get('count') === null) builder.addLine(line, conditions.addOutcomes(line, source))
  else {
    builder.addLine(line, readNumber('count', source))
    conditions.addCounted(line, source)
  }
}
