import { ReportError } from '@testwarden/core/model/errors'
import { tuples } from '../../json/tuples.js'
import type { JsonContainer, JsonVisitor } from '../../json/visitor.js'
import { ownText } from '../../text/own-text.js'
import type { WarningLog } from '../../warning-log.js'
import type { CoverageBuilder, FileBuilder } from '../coverage-builder.js'
import { isLineNumber, readHits } from '../json-numbers.js'
import { plausibleLines } from '../plausible.js'
import { addArms } from './arms.js'
import { type BranchRegion, readBranchRegion } from './branch-region.js'
import { SegmentLines } from './segment-lines.js'

export interface FilesContext {
  /** Of the report, for messages. */
  readonly path: string
  readonly builder: CoverageBuilder
  readonly warnings: WarningLog
}

/** `[{ filename, segments, branches, expansions, summary }]`. */
export class FilesVisitor implements JsonVisitor {
  readonly names = new Set<string>()
  private readonly context: FilesContext
  /** Until it is clear whether the functions tell of branches too. */
  private branches: { readonly file: FileBuilder; readonly region: BranchRegion }[] = []
  private listed = 0
  private segmentCount = 0
  private withSegments = 0

  constructor(context: FilesContext) {
    this.context = context
  }

  /** Of `llvm-cov export -summary-only`: no line is known. */
  get isSummaryOnly(): boolean {
    return this.names.size > 0 && this.withSegments === 0
  }

  enter(_key: string, container: JsonContainer, line: number): JsonVisitor | null {
    return container === 'object' ? this.file(line) : null
  }

  /**
   * Branches of functions are the better ones: they leave out conditions that the compiler has decided and have those
   * of macros. Reports of `-skip-functions` have only those of files.
   */
  endExport(functionsHaveBranches: boolean): void {
    if (!functionsHaveBranches)
      for (const { file, region } of this.branches) addArms(file, { ...region, at: region.line }, this.context.warnings)
    this.branches = []
    if (this.isSummaryOnly)
      this.context.warnings.add('the report has only totals (-summary-only): no line of any file is known', null)
  }

  /** A name comes behind the branches and before the segments, so all is kept until the file is read. */
  private file(at: number): JsonVisitor {
    const found: FoundFile = { name: '', lines: [], hits: [], branches: [] }
    return {
      enter: (key, container) => {
        if (container !== 'array') return null
        if (key === 'segments') return this.segments(found)
        return key === 'branches' ? this.branchesOf(found) : null
      },
      scalar: (key, value) => {
        if (key === 'filename' && typeof value === 'string') found.name = ownText(value)
      },
      leave: () => this.addFile(found, at),
    }
  }

  private addFile({ name, lines, hits, branches }: FoundFile, at: number): void {
    if (name === '') {
      this.context.warnings.add('a file without a name is ignored', at)
      return
    }
    this.names.add(name)
    const file = this.context.builder.file(name)
    for (const [index, line] of lines.entries()) file.addLine(line, hits[index] ?? 0)
    file.endSection()
    for (const region of branches) this.branches.push({ file, region })
  }

  private segments(found: FoundFile): JsonVisitor {
    this.withSegments++
    const lines = new SegmentLines((line, hits) => {
      if (this.listed++ >= plausibleLines(this.segmentCount)) throw this.tooManyLines()
      found.lines.push(line)
      found.hits.push(hits)
    })
    const visitor = tuples((tuple, at) => this.segment(lines, tuple, at))
    return { ...visitor, leave: () => lines.end() }
  }

  /** `[line, column, count, has count, is region entry, is gap]`; LLVM before 11 has no gaps. */
  private segment(lines: SegmentLines, tuple: readonly number[], at: number | null): void {
    const { warnings } = this.context
    this.segmentCount++
    const line = tuple[0]
    const count = readHits(tuple[2], warnings, at)
    if (!isLineNumber(line) || count === null) warnings.add('a segment that has no line or no count is ignored', at)
    else if (!lines.add({ line, count, hasCount: tuple[3] === 1, isEntry: tuple[4] === 1, isGap: tuple[5] === 1 }))
      warnings.add('a segment before the one it follows is ignored', at)
  }

  private branchesOf(found: FoundFile): JsonVisitor {
    return tuples((tuple, at) => {
      const region = readBranchRegion(tuple, this.context.warnings, at)
      if (region !== null) found.branches.push(region)
    })
  }

  private tooManyLines(): ReportError {
    return new ReportError(
      `${this.segmentCount} segments claim ${this.listed} lines and more, more than any program has`,
      {
        path: this.context.path,
        line: null,
        remedy: 'Run `llvm-cov export` again and name the file that it wrote.',
      },
    )
  }
}

interface FoundFile {
  name: string
  readonly lines: number[]
  readonly hits: number[]
  readonly branches: BranchRegion[]
}
