import type { CoverageReport, CoverageTotals, FileCoverage } from '@testwarden/core/model/coverage'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import { boundedName } from '../../bounded-name.js'
import type { ReportWatch } from '../../report-watch.js'
import type { WarningLog } from '../../warning-log.js'
import type { XmlAttributes } from '../../xml/attributes.js'
import type { XmlHandler } from '../../xml/handler.js'
import { CoverageBuilder, type FileBuilder, TOO_MANY_BRANCHES, TOO_MANY_FUNCTIONS } from '../coverage-builder.js'
import { describeDifference, findDifferences } from '../declared.js'
import { Tally } from '../tally.js'
import { type NumberSource, readLineNumber, readNumber } from '../xml-counts.js'
import { explainDifference } from './explain.js'
import { ModuleFiles } from './module-files.js'
import { OpenMethod } from './open-method.js'
import { readSummary } from './summary.js'

/** How deep the summary of the whole session stands. */
const SESSION_SUMMARY_DEPTH = 2
/** The line of code that compilers make up and debuggers step over: 0xFEEFEE. */
const HIDDEN_LINE = 16_707_566
const SKIPPABLE: readonly string[] = ['Module', 'Class', 'Method']
/** From the elements of an OpenCover file to its report. A line is covered when any point that starts on it is. */
export class OpenCoverDocument implements XmlHandler {
  private readonly warnings: WarningLog
  private readonly builder: CoverageBuilder
  private readonly files: ModuleFiles
  private readonly points = new Tally()
  private declared: CoverageTotals | null = null
  private depth = 0
  /** Depth of the module, class or method that was not measured; 0 outside of such. */
  private skippedDepth = 0
  private method: OpenMethod | null = null
  private isInName = false

  constructor(warnings: WarningLog, watch: ReportWatch | null) {
    this.builder = new CoverageBuilder('max', watch)
    this.files = new ModuleFiles(this.builder)
    this.warnings = warnings
  }

  open(name: string, attributes: XmlAttributes, at: number): void {
    this.depth++
    if (this.skippedDepth > 0) return
    if (name === 'SequencePoint') this.readPoint({ attributes, at, warnings: this.warnings })
    else if (name === 'BranchPoint') this.readBranch({ attributes, at, warnings: this.warnings })
    else if (name === 'File') this.files.add(attributes.integer('uid'), attributes.get('fullPath') ?? '')
    else if (name === 'Summary') this.readSummary(attributes)
    else if (name === 'FileRef' && this.method !== null) this.method.fileUid = attributes.integer('uid')
    else if (name === 'Name') this.isInName = this.method !== null
    else if (SKIPPABLE.includes(name)) this.begin(name, attributes)
  }

  close(name: string): void {
    const isSkippedNoMore = this.skippedDepth === this.depth
    this.depth--
    if (isSkippedNoMore) this.skippedDepth = 0
    else if (this.skippedDepth > 0) return
    if (name === 'Name') this.endName()
    else if (name === 'Method') this.endMethod()
    else if (name === 'Module') this.files.endModule()
  }

  get isTextWanted(): boolean {
    return this.isInName
  }

  text(piece: string): void {
    if (this.method !== null) this.method.name += piece
  }

  report(): CoverageReport {
    const files = this.builder.build()
    if (files.length === 0) this.warnings.add('the report lists no files', null)
    this.warnOfDifferences(files)
    return { dialect: null, files, sources: [], declared: this.declared }
  }

  private warnOfDifferences(files: readonly FileCoverage[]): void {
    const facts = { points: this.points.count() }
    for (const difference of findDifferences(this.declared, () => countCoverage(files)))
      this.warnings.add(describeDifference(difference, explainDifference(difference, facts)), null)
  }

  private begin(name: string, attributes: XmlAttributes): void {
    if (attributes.get('skippedDueTo') !== null) this.skippedDepth = this.depth
    else if (name === 'Method') this.method = new OpenMethod()
  }

  private readSummary(attributes: XmlAttributes): void {
    if (this.depth === SESSION_SUMMARY_DEPTH) this.declared = readSummary(attributes)
  }

  private endName(): void {
    this.isInName = false
    if (this.method !== null) this.method.name = boundedName(this.method.name.trim(), null, this.warnings)
  }

  private endMethod(): void {
    const method = this.method
    this.method = null
    if (method === null || method.file === null) return
    this.builder.sawFunctions()
    if (!method.file.addFunction(method.asFunction())) this.warnings.add(TOO_MANY_FUNCTIONS, null)
  }

  private readPoint(source: NumberSource): void {
    const hits = readNumber('vc', source)
    this.points.add(hits)
    if (source.attributes.integer('sl') === HIDDEN_LINE) return
    const line = readLineNumber('sl', source)
    const file = this.fileOf(source)
    if (line === null || file === null) return
    file.addLine(line, hits)
    this.method?.addPoint({ file, line, hits, offset: source.attributes.integer('offset') })
  }

  /** Branches of older files have no line: theirs is that of the point whose code they belong to. */
  private readBranch(source: NumberSource): void {
    const { attributes, at } = source
    const written = attributes.integer('sl')
    if (written === HIDDEN_LINE) return
    const line =
      written >= 0 ? readLineNumber('sl', source) : (this.method?.lineAt(attributes.integer('offset')) ?? null)
    const file = this.fileOf(source)
    if (line === null || file === null) {
      this.warnings.add('a branch of no known line or file is not counted', at)
      return
    }
    if (!file.addArm(line, armOf(attributes, this.method), readNumber('vc', source)))
      this.warnings.add(TOO_MANY_BRANCHES, at)
  }

  private fileOf({ attributes, at }: NumberSource): FileBuilder | null {
    const own = attributes.integer('fileid')
    const file = this.files.get(own > 0 ? own : (this.method?.fileUid ?? -1))
    if (file === null) this.warnings.add('a point of a file that its module does not list is not counted', at)
    return file
  }
}

/** Places in the code of a method, and which method: one line may hold several. */
function armOf(attributes: XmlAttributes, method: OpenMethod | null): string {
  const places = ['offset', 'path', 'ordinal'].map((name) => attributes.integer(name))
  return `${places.join(':')} ${method?.name ?? ''}`
}
