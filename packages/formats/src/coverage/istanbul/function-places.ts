import { type PlainCursor, piece } from '../../json/plain-cursor.js'
import type { JsonScalar, JsonVisitor } from '../../json/visitor.js'
import { ownText } from '../../text/own-text.js'
import { PlaceMap, type PlaceReader } from './place-map.js'
import { readPlainTail } from './plain-entry.js'
import { readLineNumber, SpanVisitor, UNKNOWN } from './span.js'

const PLAIN_NAME = piece('{"name":"')
const PLAIN_DECLARATION = piece('","decl":')
const PLAIN_BODY = piece(',"loc":')

export interface FunctionPlace {
  readonly name: string
  /** {@link UNKNOWN} when the report does not say. */
  readonly line: number
  readonly column: number
  readonly isSkipped: boolean
}

/** `fnMap`: ids to functions. Before istanbul 1.0 they have a `line`, since then `decl`, the span of the name. */
export function functionPlaces(): PlaceMap<FunctionPlace> {
  return new PlaceMap((done) => new FunctionVisitor(done))
}

class FunctionVisitor implements PlaceReader<FunctionPlace> {
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

  /** `{"name":"run","decl":<span>,"loc":<span>,"line":3}`, as istanbul has written it since 2.0. */
  readPlainEntry(cursor: PlainCursor): boolean {
    this.isSkipped = false
    const name = cursor.takes(PLAIN_NAME) ? cursor.name() : null
    if (name === null || !cursor.takes(PLAIN_DECLARATION) || !this.declaration.readPlainSpan(cursor)) return false
    const line = cursor.takes(PLAIN_BODY) && this.body.readPlainSpan(cursor) ? readPlainTail(cursor) : null
    if (line === null) return false
    this.line = line
    this.name = name
    return true
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
