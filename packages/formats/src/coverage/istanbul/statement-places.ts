import type { PlainCursor } from '../../json/plain-cursor.js'
import { readPlainObject } from '../../json/plain-object.js'
import type { JsonVisitor } from '../../json/visitor.js'
import { IdList } from './id-list.js'
import { SpanVisitor } from './span.js'

/** `statementMap`: ids to spans, four numbers each. */
export class StatementPlaces implements JsonVisitor {
  ids = new IdList()
  /** Line, column, end line and end column of each statement. */
  readonly numbers: number[] = []
  readonly skipped = new Set<number>()
  private readonly span = new SpanVisitor(() => this.add())
  private index = 0

  /** The whole map, as long as ids count up; what is not plain is read from its beginning then. */
  readPlainMap(cursor: PlainCursor): boolean {
    if (this.ids.size > 0) return false
    const isRead = readPlainObject(cursor, (id) => {
      if (!this.ids.addCounted(id) || !this.span.readPlainSpan(cursor)) return false
      this.index = this.ids.size - 1
      this.add()
      return true
    })
    if (!isRead) this.ids = new IdList()
    return isRead
  }

  readPlain(id: string, cursor: PlainCursor): boolean {
    if (!this.span.readPlainSpan(cursor)) return false
    this.index = this.ids.add(id)
    this.add()
    return true
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
