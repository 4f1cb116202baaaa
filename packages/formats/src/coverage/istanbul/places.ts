import { readPlainObject } from '../../json/plain-object.js'
import type { JsonScalar, JsonVisitor } from '../../json/visitor.js'
import { ownText } from '../../text/own-text.js'
import { IdList } from './id-list.js'
import { readLineNumber, type Span, SpanVisitor, UNKNOWN } from './span.js'

/** `statementMap`: ids to spans, four numbers each. */
export class StatementPlaces implements JsonVisitor {
  readonly ids = new IdList()
  /** Line, column, end line and end column of each statement. */
  readonly numbers: number[] = []
  readonly skipped = new Set<number>()
  private readonly span = new SpanVisitor(() => this.add())
  private index = 0

  /** The whole map. Adding an id again changes nothing, so what is not plain may be read from its beginning. */
  readPlainMap(text: string, start: number): number {
    return readPlainObject(text, start, (id, at) => this.readPlain(id, text, at))
  }

  readPlain(id: string, text: string, start: number): number {
    this.index = this.ids.add(id)
    return this.span.readPlainSpan(text, start)
  }

  enter(id: string): JsonVisitor {
    this.index = this.ids.add(id)
    return this.span.anew()
  }

  private add(): void {
    const { numbers, span } = this
    const start = this.index * 4
    if (span.isSkipped) this.skipped.add(this.index)
    numbers[start] = span.line
    numbers[start + 1] = span.column
    numbers[start + 2] = span.endLine
    numbers[start + 3] = span.endColumn
  }
}

export interface FunctionPlace {
  readonly name: string
  /** {@link UNKNOWN} when the report does not say. */
  readonly line: number
  readonly column: number
  readonly isSkipped: boolean
}

/** `fnMap`: ids to functions. Before istanbul 1.0 they have a `line`, since then `decl`, the span of the name. */
export class FunctionPlaces implements JsonVisitor {
  readonly ids = new IdList()
  readonly entries: FunctionPlace[] = []
  private readonly entry = new FunctionVisitor(() => this.add())
  private index = 0

  enter(id: string): JsonVisitor {
    this.index = this.ids.add(id)
    return this.entry.anew()
  }

  private add(): void {
    this.entries[this.index] = this.entry.toPlace()
  }
}

class FunctionVisitor implements JsonVisitor {
  private name = ''
  private line = UNKNOWN
  private isSkipped = false
  private readonly declaration = new SpanVisitor()
  private readonly body = new SpanVisitor()
  private readonly done: () => void

  constructor(done: () => void) {
    this.done = done
  }

  anew(): this {
    this.name = ''
    this.line = UNKNOWN
    this.isSkipped = false
    this.declaration.anew()
    this.body.anew()
    return this
  }

  readPlain(key: string, text: string, start: number): number {
    if (key === 'decl') return this.declaration.readPlainSpan(text, start)
    return key === 'loc' ? this.body.readPlainSpan(text, start) : -1
  }

  enter(key: string): JsonVisitor | null {
    if (key === 'decl') return this.declaration.anew()
    return key === 'loc' ? this.body.anew() : null
  }

  scalar(key: string, value: JsonScalar): void {
    if (key === 'name' && typeof value === 'string') this.name = ownText(value)
    else if (key === 'line') this.line = readLineNumber(value)
    else if (key === 'skip' && value === true) this.isSkipped = true
  }

  leave(): void {
    this.done()
  }

  toPlace(): FunctionPlace {
    const { declaration, body } = this
    const start = declaration.line === UNKNOWN ? body : declaration
    const line = declaration.line === UNKNOWN && this.line !== UNKNOWN ? this.line : start.line
    return { name: this.name, line, column: start.column, isSkipped: this.isSkipped }
  }
}

export interface BranchPlace {
  /** `if`, `cond-expr`, `switch`, ... */
  readonly type: string
  /** Where it counts: {@link UNKNOWN} when the report does not say. */
  readonly line: number
  readonly span: Span
  /** Arms that a comment in the source tells to leave out, or all. */
  readonly skippedArms: ReadonlySet<number> | 'all'
}

/** `branchMap`: ids to branches. The span of an arm may be empty, as that of an `else` that nobody wrote. */
export class BranchPlaces implements JsonVisitor {
  readonly ids = new IdList()
  readonly entries: BranchPlace[] = []
  private readonly entry = new BranchVisitor(() => this.add())
  private index = 0

  enter(id: string): JsonVisitor {
    this.index = this.ids.add(id)
    return this.entry.anew()
  }

  private add(): void {
    this.entries[this.index] = this.entry.toPlace()
  }
}

const NO_ARMS: ReadonlySet<number> = new Set()

class BranchVisitor implements JsonVisitor {
  private type = ''
  private line = UNKNOWN
  private isSkipped = false
  private readonly whole = new SpanVisitor()
  private readonly arms = new ArmsVisitor()
  private readonly done: () => void

  constructor(done: () => void) {
    this.done = done
  }

  anew(): this {
    this.type = ''
    this.line = UNKNOWN
    this.isSkipped = false
    this.whole.anew()
    this.arms.anew()
    return this
  }

  readPlain(key: string, text: string, start: number): number {
    return key === 'loc' ? this.whole.readPlainSpan(text, start) : -1
  }

  enter(key: string): JsonVisitor | null {
    if (key === 'loc') return this.whole.anew()
    return key === 'locations' ? this.arms.anew() : null
  }

  scalar(key: string, value: JsonScalar): void {
    if (key === 'type' && typeof value === 'string') this.type = ownText(value)
    else if (key === 'line') this.line = readLineNumber(value)
    else if (key === 'skip' && value === true) this.isSkipped = true
  }

  leave(): void {
    this.done()
  }

  toPlace(): BranchPlace {
    const { whole, arms } = this
    const span = whole.line === UNKNOWN ? arms.first : whole.toSpan()
    const skippedArms = this.isSkipped ? 'all' : arms.skipped
    return { type: this.type, line: this.line === UNKNOWN ? span.line : this.line, span, skippedArms }
  }
}

class ArmsVisitor implements JsonVisitor {
  private count = 0
  private firstSpan: Span | null = null
  private skippedArms: Set<number> | null = null
  private readonly span = new SpanVisitor(() => this.add())

  anew(): this {
    this.count = 0
    this.firstSpan = null
    this.skippedArms = null
    return this
  }

  /** The span of the first arm stands for the branch where it has none of its own, as before istanbul 1.0. */
  get first(): Span {
    return this.firstSpan ?? this.span.anew().toSpan()
  }

  get skipped(): ReadonlySet<number> {
    return this.skippedArms ?? NO_ARMS
  }

  readPlain(_key: string, text: string, start: number): number {
    return this.span.readPlainSpan(text, start)
  }

  enter(): JsonVisitor {
    return this.span.anew()
  }

  private add(): void {
    this.firstSpan ??= this.span.toSpan()
    if (this.span.isSkipped) {
      this.skippedArms ??= new Set()
      this.skippedArms.add(this.count)
    }
    this.count++
  }
}
