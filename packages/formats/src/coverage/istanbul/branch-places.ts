import { plainEnd } from '../../json/text.js'
import type { JsonScalar, JsonVisitor } from '../../json/visitor.js'
import { ownText } from '../../text/own-text.js'
import { IdList } from './id-list.js'
import { behind, readPlainTail } from './plain-entry.js'
import { readLineNumber, type Span, SpanVisitor, UNKNOWN } from './span.js'

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

  readPlain(id: string, text: string, start: number): number {
    this.index = this.ids.add(id)
    const end = this.entry.readPlainEntry(text, start)
    if (end !== -1) this.add()
    return end
  }

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

  /** `{"loc":<span>,"type":"if","locations":[<span>,<span>],"line":3}`, as istanbul has written it since 2.0. */
  readPlainEntry(text: string, start: number): number {
    this.anew()
    const typeStart = behind(text, this.whole.readPlainSpan(text, behind(text, start, '{"loc":')), ',"type":"')
    const typeEnd = typeStart === -1 ? -1 : plainEnd(text, typeStart)
    const arms = this.arms.readPlainList(text, behind(text, typeEnd, '","locations":['))
    const { line, end } = readPlainTail(text, arms)
    if (end === -1) return -1
    this.line = line
    this.type = ownText(text.slice(typeStart, typeEnd))
    return end
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

  /** From behind the bracket that opens the list to behind the one that closes it; -1 for any other form. */
  readPlainList(text: string, start: number): number {
    this.anew()
    for (let at = start; at !== -1; ) {
      const empty = behind(text, at, '{"start":{},"end":{}}')
      const end = empty === -1 ? this.span.readPlainSpan(text, at) : this.readEmpty(empty)
      const close = behind(text, end, ']')
      if (close !== -1) return close
      at = behind(text, end, ',')
    }
    return -1
  }

  private readEmpty(end: number): number {
    this.span.anew().leave()
    return end
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
