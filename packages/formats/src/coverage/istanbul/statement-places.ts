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
  readPlainMap(text: string, start: number): number {
    if (this.ids.size > 0) return -1
    const end = readPlainObject(text, start, (id, at) => {
      if (!this.ids.addCounted(id)) return -1
      this.index = this.ids.size - 1
      return this.span.readPlainSpan(text, at)
    })
    if (end === -1) this.ids = new IdList()
    return end
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
