import { tuples } from '../../json/tuples.js'
import type { JsonContainer, JsonVisitor } from '../../json/visitor.js'
import { ownText } from '../../text/own-text.js'
import type { WarningLog } from '../../warning-log.js'
import { type CoverageBuilder, type FileBuilder, TOO_MANY_FUNCTIONS } from '../coverage-builder.js'
import { isLineNumber, readHits } from '../json-numbers.js'
import { addArms } from './arms.js'
import { type BranchRegion, readBranchRegion } from './branch-region.js'

/** Kind of a region that stands for the text of a macro or an included file. */
const EXPANSION = 1
/** Macros in macros; what lies deeper has no place. */
const MAX_NESTING = 100

export interface FunctionsContext {
  readonly builder: CoverageBuilder
  /** Files that the report lists; functions of others were filtered out by the user. */
  readonly known: ReadonlySet<string>
  readonly warnings: WarningLog
}

/** `[{ name, count, filenames, regions, branches }]`. */
export class FunctionsVisitor implements JsonVisitor {
  /** LLVM before 12 tells of no branches. */
  hasBranches = false
  private readonly context: FunctionsContext
  /** By file and place: the instances of a template are one function, known by the name of the first. */
  private readonly names = new Map<string, string>()

  constructor(context: FunctionsContext) {
    this.context = context
  }

  enter(_key: string, container: JsonContainer, line: number): JsonVisitor | null {
    this.context.builder.sawFunctions()
    if (container !== 'object') return null
    const found: FoundFunction = { name: '', hits: 0, files: [], start: null, expansions: new Map(), branches: [] }
    return {
      enter: (key, of) => (of === 'array' ? this.listOf(key, found) : null),
      scalar: (key, value, at) => {
        if (key === 'name' && typeof value === 'string') found.name = ownText(value)
        if (key === 'count') found.hits = readHits(value, this.context.warnings, at) ?? 0
      },
      leave: () => this.add(found, line),
    }
  }

  private listOf(key: string, found: FoundFunction): JsonVisitor | null {
    if (key === 'filenames') return { scalar: (_key, value) => found.files.push(ownText(String(value))) }
    if (key === 'regions') return tuples((tuple) => readRegion(tuple, found))
    if (key !== 'branches') return null
    this.hasBranches = true
    return tuples((tuple, at) => {
      const region = readBranchRegion(tuple, this.context.warnings, at)
      if (region !== null) found.branches.push(region)
    })
  }

  private add(found: FoundFunction, at: number): void {
    const { start, files } = found
    if (start === null) {
      this.context.warnings.add('a function without regions is ignored', at)
      return
    }
    const path = files[placeIn(found, { fileId: start.fileId, line: start.line }).fileId] ?? ''
    if (!this.context.known.has(path)) return
    const file = this.context.builder.file(path)
    const key = `${path}\0${start.line}:${start.column}`
    const name = this.names.get(key) ?? found.name
    this.names.set(key, name)
    if (!file.addFunction({ name, line: start.line, hits: found.hits }))
      this.context.warnings.add(TOO_MANY_FUNCTIONS, at)
    for (const region of found.branches) this.addBranch(found, file, region)
  }

  /** The condition of a macro belongs to the line that uses the macro, and to each such line anew. */
  private addBranch(found: FoundFunction, file: FileBuilder, region: BranchRegion): void {
    const { line, via } = placeIn(found, region)
    const range = via === '' ? region.range : `${via}${region.line}:${region.range}`
    addArms(file, { ...region, at: line, range }, this.context.warnings)
  }
}

interface FoundFunction {
  name: string
  hits: number
  readonly files: string[]
  start: { readonly line: number; readonly column: number; readonly fileId: number } | null
  /** By the number of the expanded file: where it is used. */
  readonly expansions: Map<number, Use>
  readonly branches: BranchRegion[]
}

interface Use {
  readonly fileId: number
  readonly line: number
  readonly column: number
}

/** `[line, column, end line, end column, count, file, expanded file, kind]`. */
function readRegion(tuple: readonly number[], found: FoundFunction): void {
  const isExpansion = tuple[7] === EXPANSION
  const line = tuple[0]
  if ((found.start !== null && !isExpansion) || !isLineNumber(line)) return
  const use = { line, column: tuple[1] ?? 0, fileId: tuple[5] ?? 0 }
  found.start ??= use
  if (isExpansion) found.expansions.set(tuple[6] ?? 0, use)
}

/** Where the function's own file shows a place that may be inside a macro. */
function placeIn(
  { expansions }: FoundFunction,
  { fileId, line }: { readonly fileId: number; readonly line: number },
): { readonly fileId: number; readonly line: number; readonly via: string } {
  let place = { fileId, line, via: '' }
  for (let depth = 0; depth < MAX_NESTING; depth++) {
    const use = expansions.get(place.fileId)
    if (use === undefined) break
    place = { fileId: use.fileId, line: use.line, via: `in ${use.column} ${place.via}` }
  }
  return place
}
