import { addCounts, type Count, NOTHING_COUNTED } from '@testwarden/core/model/count'
import type { CoverageReport, FileCoverage } from '@testwarden/core/model/coverage'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import { boundedName } from '../../bounded-name.js'
import type { ReportWatch } from '../../report-watch.js'
import type { WarningLog } from '../../warning-log.js'
import type { XmlAttributes } from '../../xml/attributes.js'
import type { XmlHandler } from '../../xml/handler.js'
import { CoverageBuilder, type FileBuilder, TOO_MANY_FUNCTIONS } from '../coverage-builder.js'
import { describeDifference, findDifferences } from '../declared.js'
import { Tally } from '../tally.js'
import { type NumberSource, readBranchCount, readCount, readLineNumber, readNumber } from '../xml-counts.js'
import { DeclaredCounters } from './declared-counters.js'
import { findDialect } from './dialect.js'
import { explainDifference, type JacocoFacts } from './explain.js'
import { OpenMethod } from './open-method.js'
import { PackageMethods } from './package-methods.js'
import { sourcePath } from './source-path.js'

/** How deep the counters of the whole report stand. */
const ROOT_COUNTER_DEPTH = 2
const COUNTER = { missed: 'missed', covered: 'covered' }
/** Lines and branches may be missing from any method, and Kover writes no counter of the method itself. */
const OF_METHODS: readonly string[] = ['METHOD', 'INSTRUCTION']
const BRANCHES = { missed: 'mb', covered: 'cb' }

interface OpenClass {
  /** Without its package. */
  readonly name: string
  /** null: it names no source file. */
  readonly file: FileBuilder | null
}

/** From the elements of a JaCoCo report to its model. Groups are the modules of a build and may nest. */
export class JacocoDocument implements XmlHandler {
  private readonly warnings: WarningLog
  private readonly builder: CoverageBuilder
  private readonly declared = new DeclaredCounters()
  private readonly packageMethods = new PackageMethods()
  private readonly lineElements = new Tally()
  private classLines: Count = NOTHING_COUNTED
  /** What each open group is called with those around it. */
  private readonly modules: string[] = []
  private reportName = ''
  private packageName = ''
  private depth = 0
  private openClass: OpenClass | null = null
  private openMethod: OpenMethod | null = null
  private openFile: FileBuilder | null = null
  private hasHomelessClasses = false
  private hasUncountedMethods = false

  constructor(warnings: WarningLog, watch: ReportWatch | null) {
    this.builder = new CoverageBuilder('max', watch)
    this.warnings = warnings
  }

  open(name: string, attributes: XmlAttributes, at: number): void {
    this.depth++
    if (name === 'line') this.readLine({ attributes, at, warnings: this.warnings })
    else if (name === 'counter') this.readCounter({ attributes, at, warnings: this.warnings })
    else if (name === 'method') this.openMethod = new OpenMethod(attributes)
    else if (name === 'class') this.beginClass(attributes, at)
    else if (name === 'sourcefile') this.beginFile(attributes, at)
    else if (name === 'package') this.packageName = boundedName(attributes.get('name') ?? '', at, this.warnings)
    else if (name === 'group') this.beginGroup(attributes, at)
    else if (name === 'report') this.reportName = attributes.get('name') ?? ''
  }

  close(name: string): void {
    this.depth--
    if (name === 'line' || name === 'counter') return
    if (name === 'method') this.endMethod()
    else if (name === 'class') this.openClass = null
    else if (name === 'sourcefile') this.endFile()
    else if (name === 'package') this.endPackage()
    else if (name === 'group') this.modules.pop()
  }

  report(): CoverageReport {
    const files = this.builder.build()
    if (files.length === 0) this.warnings.add('the report lists no files', null)
    if (this.declared.areLinesMissing)
      this.warnings.add('the classes were compiled without line numbers, so that no line of them is known', null)
    const declared = this.declared.totals()
    this.warnOfDifferences(files)
    const clues = { reportName: this.reportName, hasUncountedMethods: this.hasUncountedMethods }
    return { dialect: findDialect(clues), files, sources: [], declared }
  }

  private warnOfDifferences(files: readonly FileCoverage[]): void {
    const facts: JacocoFacts = {
      hasHomelessClasses: this.hasHomelessClasses,
      lineElements: this.lineElements.count(),
      classLines: this.classLines,
    }
    for (const difference of findDifferences(this.declared.totals(), () => countCoverage(files)))
      this.warnings.add(describeDifference(difference, explainDifference(difference, facts)), null)
  }

  private file(name: string): FileBuilder {
    return this.builder.file(sourcePath(this.packageName, name), this.modules.at(-1) ?? null)
  }

  private beginGroup(attributes: XmlAttributes, at: number): void {
    const name = attributes.get('name') ?? ''
    const outer = this.modules.at(-1)
    this.modules.push(boundedName(outer === undefined ? name : `${outer}/${name}`, at, this.warnings))
  }

  private beginClass(attributes: XmlAttributes, at: number): void {
    const name = boundedName(attributes.get('name') ?? '', at, this.warnings)
    const fileName = attributes.get('sourcefilename') ?? ''
    if (fileName === '') this.hasHomelessClasses = true
    this.openClass = {
      name: name.slice(name.lastIndexOf('/') + 1),
      file: fileName === '' ? null : this.file(fileName),
    }
  }

  private endMethod(): void {
    const method = this.openMethod
    this.openMethod = null
    if (method === null || this.openClass === null || !method.hasCode) return
    this.builder.sawFunctions()
    this.hasUncountedMethods ||= !method.isCounted
    const { name, file } = this.openClass
    const found = method.asFunctionOf(name)
    if (file === null) this.packageMethods.add(name, found)
    else if (!file.addFunction(found)) this.warnings.add(TOO_MANY_FUNCTIONS, null)
  }

  private beginFile(attributes: XmlAttributes, at: number): void {
    const name = attributes.get('name') ?? ''
    if (name === '') this.warnings.add('a source file has no name: its lines count, but belong to no known file', at)
    this.packageMethods.addFile(name)
    this.openFile = this.file(name)
  }

  private endFile(): void {
    this.openFile?.endSection()
    this.openFile = null
  }

  private endPackage(): void {
    this.packageMethods.handOver((fileName, found) => {
      if (fileName === null) this.warnings.add('methods of a class that names no source file are not counted', null)
      else if (!this.file(fileName).addFunction(found)) this.warnings.add(TOO_MANY_FUNCTIONS, null)
    })
    this.packageName = ''
  }

  /** Covered is a line of which any instruction ran. JaCoCo does not count how often, so it ran once. */
  private readLine(source: NumberSource): void {
    if (this.openFile === null) {
      this.warnings.add('a line outside any source file is not counted', source.at)
      return
    }
    const line = readLineNumber('nr', source)
    if (line === null) return
    const hits = readNumber('ci', source) > 0 ? 1 : 0
    this.lineElements.add(hits)
    this.openFile.addLine(line, hits)
    const branches = readBranchCount(BRANCHES, source)
    if (branches !== null) this.openFile.addCounted(line, branches.covered, branches.total)
  }

  private readCounter(source: NumberSource): void {
    const type = source.attributes.get('type') ?? ''
    if (this.openMethod !== null) {
      if (OF_METHODS.includes(type)) this.openMethod.add(type, readCount(COUNTER, source))
    } else if (this.depth === ROOT_COUNTER_DEPTH) this.declared.add(type, readCount(COUNTER, source))
    else if (this.openClass !== null && type === 'LINE')
      this.classLines = addCounts(this.classLines, readCount(COUNTER, source))
  }
}
