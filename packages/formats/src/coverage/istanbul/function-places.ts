import { plainEnd } from '../../json/text.js'
import type { JsonScalar, JsonVisitor } from '../../json/visitor.js'
import { ownText } from '../../text/own-text.js'
import { IdList } from './id-list.js'
import { behind, readPlainTail } from './plain-entry.js'
import { readLineNumber, SpanVisitor, UNKNOWN } from './span.js'

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

  /** `{"name":"run","decl":<span>,"loc":<span>,"line":3}`, as istanbul has written it since 2.0. */
  readPlainEntry(text: string, start: number): number {
    this.anew()
    const nameStart = behind(text, start, '{"name":"')
    const nameEnd = nameStart === -1 ? -1 : plainEnd(text, nameStart)
    const declaration = behind(text, nameEnd, '","decl":')
    const body = behind(text, this.declaration.readPlainSpan(text, declaration), ',"loc":')
    const { line, end } = readPlainTail(text, this.body.readPlainSpan(text, body))
    if (end === -1) return -1
    this.line = line
    this.name = ownText(text.slice(nameStart, nameEnd))
    return end
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
