import { type PlainCursor, piece } from '../../json/plain-cursor.js'
import { readPlainArray } from '../../json/plain-object.js'
import type { JsonScalar, JsonVisitor } from '../../json/visitor.js'
import { ownText } from '../../text/own-text.js'
import { PlaceMap, type PlaceReader } from './place-map.js'
import { readPlainTail } from './plain-entry.js'
import { readLineNumber, type Span, SpanVisitor, UNKNOWN } from './span.js'

const PLAIN_WHOLE = piece('{"loc":')
const PLAIN_TYPE = piece(',"type":"')
const PLAIN_ARMS = piece('","locations":')
const EMPTY_SPAN = piece('{"start":{},"end":{}}')

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
export function branchPlaces(): PlaceMap<BranchPlace> {
  return new PlaceMap((done) => new BranchVisitor(done))
}

const NO_ARMS: ReadonlySet<number> = new Set()

class BranchVisitor implements PlaceReader<BranchPlace> {
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
  readPlainEntry(cursor: PlainCursor): boolean {
    this.isSkipped = false
    if (!cursor.takes(PLAIN_WHOLE) || !this.whole.readPlainSpan(cursor)) return false
    const type = cursor.takes(PLAIN_TYPE) ? cursor.name() : null
    if (type === null || !cursor.takes(PLAIN_ARMS) || !this.arms.readPlainList(cursor)) return false
    const line = readPlainTail(cursor)
    if (line === null) return false
    this.line = line
    this.type = type
    return true
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

  readPlainList(cursor: PlainCursor): boolean {
    this.anew()
    return readPlainArray(cursor, () => {
      if (cursor.takes(EMPTY_SPAN)) this.span.anew()
      else if (!this.span.readPlainSpan(cursor)) return false
      this.add()
      return true
    })
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
