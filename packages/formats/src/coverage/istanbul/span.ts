import { CLOSE_BRACE, ZERO } from '../../json/characters.js'
import type { JsonScalar, JsonVisitor } from '../../json/visitor.js'
import { MAX_LINE } from '../coverage-builder.js'

/** A line or column that the report leaves out or writes as null. */
export const UNKNOWN = -1

const PLAIN_START = '{"start":{"line":'
const PLAIN_END = ',"end":{"line":'
const PLAIN_COLUMN = ',"column":'
const NULL = 'null'
const LETTER_N = 0x6e
/** So many are a line or a column without any further look. */
const MAX_DIGITS = 9

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

  /**
   * The form that every tool writes, in one go: nine tenths of a report are spans.
   * @param start -1 is no place, and no span
   * @returns the offset behind it; -1 for any other form
   */
  readPlainSpan(text: string, start: number): number {
    this.anew()
    if (start === -1 || !text.startsWith(PLAIN_START, start)) return -1
    const behindStart = this.start.readPlainRest(text, start + PLAIN_START.length)
    if (behindStart === -1 || !text.startsWith(PLAIN_END, behindStart)) return -1
    const behindEnd = this.end.readPlainRest(text, behindStart + PLAIN_END.length)
    if (behindEnd === -1 || text.charCodeAt(behindEnd) !== CLOSE_BRACE) return -1
    this.leave()
    return behindEnd + 1
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
  /** Offset behind the number that was read last. */
  private behind = 0

  clear(): void {
    this.line = UNKNOWN
    this.column = UNKNOWN
  }

  /** From behind `{"line":` to behind the brace that closes it; -1 for any other form. */
  readPlainRest(text: string, start: number): number {
    const line = this.readDigits(text, start)
    if (line === -1 || !text.startsWith(PLAIN_COLUMN, this.behind)) return -1
    const columnStart = this.behind + PLAIN_COLUMN.length
    const isNull = text.charCodeAt(columnStart) === LETTER_N && text.startsWith(NULL, columnStart)
    const column = isNull ? UNKNOWN : this.readDigits(text, columnStart)
    const end = isNull ? columnStart + NULL.length : this.behind
    if ((column === -1 && !isNull) || text.charCodeAt(end) !== CLOSE_BRACE) return -1
    this.line = line === 0 ? UNKNOWN : line
    this.column = column
    return end + 1
  }

  /** The number, with `behind` set; -1 for none, and for one that is written in an unusual way or too long. */
  private readDigits(text: string, start: number): number {
    let at = start
    let value = 0
    let digit = text.charCodeAt(at) - ZERO
    for (; digit >= 0 && digit <= 9; digit = text.charCodeAt(++at) - ZERO) value = value * 10 + digit
    this.behind = at
    const length = at - start
    if (length === 0 || length > MAX_DIGITS) return -1
    return length > 1 && text.charCodeAt(start) === ZERO ? -1 : value
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
