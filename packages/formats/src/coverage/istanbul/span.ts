import { CLOSE_BRACE } from '../../json/characters.js'
import { type PlainCursor, piece } from '../../json/plain-cursor.js'
import type { JsonScalar, JsonVisitor } from '../../json/visitor.js'
import { MAX_LINE } from '../coverage-builder.js'

/** A line or column that the report leaves out or writes as null. */
export const UNKNOWN = -1

const PLAIN_START = piece('{"start":{"line":')
const PLAIN_END = piece(',"end":{"line":')
const PLAIN_COLUMN = piece(',"column":')
const NULL = piece('null')

/** Columns may be anything, but one beyond this tells nothing. */
const MAX_COLUMN = 2 ** 31 - 1

/** From a first to a last character. Lines are 1-based, columns 0-based, either may be {@link UNKNOWN}. */
export interface Span {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** `12:4-14:1`, with nothing for what is not known. */
export function spanText({ line, column, endLine, endColumn }: Span): string {
  return `${shown(line)}:${shown(column)}-${shown(endLine)}:${shown(endColumn)}`
}

/** Reads `{"start":{"line":12,"column":4},"end":{"line":14,"column":1}}`, one after the other with the same object. */
export class SpanVisitor implements JsonVisitor {
  /** Istanbul before 1.0: a comment in the source tells to leave this out. */
  isSkipped = false
  private readonly start = new PositionVisitor()
  private readonly end = new PositionVisitor()
  private readonly done: (() => void) | null

  /** @param done called when a span is complete */
  constructor(done: (() => void) | null = null) {
    this.done = done
  }

  /** Forgets the span before. */
  anew(): this {
    this.isSkipped = false
    this.start.clear()
    this.end.clear()
    return this
  }

  get line(): number {
    return this.start.line
  }

  get column(): number {
    return this.start.column
  }

  get endLine(): number {
    return this.end.line
  }

  get endColumn(): number {
    return this.end.column
  }

  toSpan(): Span {
    return { line: this.line, column: this.column, endLine: this.endLine, endColumn: this.endColumn }
  }

  /** The form that every tool writes, in one go: nine tenths of a report are spans. */
  readPlainSpan(cursor: PlainCursor): boolean {
    this.isSkipped = false
    return (
      cursor.takes(PLAIN_START) &&
      this.start.readPlainRest(cursor) &&
      cursor.takes(PLAIN_END) &&
      this.end.readPlainRest(cursor) &&
      cursor.takesCharacter(CLOSE_BRACE)
    )
  }

  enter(key: string): JsonVisitor | null {
    if (key === 'start') return this.start
    return key === 'end' ? this.end : null
  }

  scalar(key: string, value: JsonScalar): void {
    if (key === 'skip' && value === true) this.isSkipped = true
  }

  leave(): void {
    this.done?.()
  }
}

class PositionVisitor implements JsonVisitor {
  line = UNKNOWN
  column = UNKNOWN

  clear(): void {
    this.line = UNKNOWN
    this.column = UNKNOWN
  }

  /** From behind `{"line":` to behind the brace that closes it. */
  readPlainRest(cursor: PlainCursor): boolean {
    const line = cursor.number()
    if (line === -1 || line > MAX_LINE || !cursor.takes(PLAIN_COLUMN)) return false
    this.line = line === 0 ? UNKNOWN : line
    return this.readPlainColumn(cursor) && cursor.takesCharacter(CLOSE_BRACE)
  }

  /** Some tools write null for a line's end. */
  private readPlainColumn(cursor: PlainCursor): boolean {
    this.column = cursor.number()
    return this.column === -1 ? cursor.takes(NULL) : this.column <= MAX_COLUMN
  }

  scalar(key: string, value: JsonScalar): void {
    if (key === 'line') this.line = readLineNumber(value)
    else if (key === 'column') this.column = readColumn(value)
  }
}

/** {@link UNKNOWN} for what is no line number. */
export function readLineNumber(value: JsonScalar): number {
  return isCount(value) && value >= 1 && value <= MAX_LINE ? value : UNKNOWN
}

function readColumn(value: JsonScalar): number {
  return isCount(value) && value <= MAX_COLUMN ? value : UNKNOWN
}

function isCount(value: JsonScalar): value is number {
  return typeof value === 'number' && value >= 0 && Number.isInteger(value)
}

function shown(position: number): string {
  return position === UNKNOWN ? '' : String(position)
}
