import type { JsonScalar, JsonVisitor } from '../../json/visitor.js'
import { MAX_LINE } from '../coverage-builder.js'

/** A line or column that the report leaves out or writes as null. */
export const UNKNOWN = -1

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

  scalar(key: string, value: JsonScalar): void {
    if (key === 'line') this.line = readLineNumber(value)
    else if (key === 'column') this.column = isCount(value) && value <= MAX_COLUMN ? value : UNKNOWN
  }
}

/** {@link UNKNOWN} for what is no line number. */
export function readLineNumber(value: JsonScalar): number {
  return isCount(value) && value >= 1 && value <= MAX_LINE ? value : UNKNOWN
}

function isCount(value: JsonScalar): value is number {
  return typeof value === 'number' && value >= 0 && Number.isInteger(value)
}

function shown(position: number): string {
  return position === UNKNOWN ? '' : String(position)
}
