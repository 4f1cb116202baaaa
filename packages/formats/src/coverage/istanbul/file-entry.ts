import type { PlainCursor } from '../../json/plain-cursor.js'
import type { JsonScalar, JsonVisitor } from '../../json/visitor.js'
import { ownText } from '../../text/own-text.js'
import type { WarningLog } from '../../warning-log.js'
import { branchPlaces } from './branch-places.js'
import { functionPlaces } from './function-places.js'
import { ArmHitsVisitor, HitsVisitor } from './hits.js'
import { StatementPlaces } from './statement-places.js'

/** One of the six maps of an entry. */
interface Part extends JsonVisitor {
  /** The whole of it in one go. */
  readPlainMap(cursor: PlainCursor): boolean
}

/**
 * What the report says of one source file. Maps tell where things are (`statementMap`, `fnMap`, `branchMap`), counts how
 * often they ran (`s`, `f`, `b`), tied by ids that mean nothing outside this file. Some writers wrap it into `data`.
 */
export class FileEntry implements JsonVisitor {
  path: string
  /** Made for a file that no test loaded. */
  isPlaceholder = false
  readonly statements = new StatementPlaces()
  readonly functions = functionPlaces()
  readonly branches = branchPlaces()
  readonly statementHits: HitsVisitor
  readonly functionHits: HitsVisitor
  readonly armHits: ArmHitsVisitor
  private readonly parts: ReadonlyMap<string, Part>
  private readonly found = new Set<string>()
  private readonly done: (entry: FileEntry) => void

  constructor(key: string, warnings: WarningLog, done: (entry: FileEntry) => void) {
    this.path = ownText(key)
    this.done = done
    this.statementHits = new HitsVisitor(warnings)
    this.functionHits = new HitsVisitor(warnings)
    this.armHits = new ArmHitsVisitor(warnings)
    this.parts = new Map<string, Part>([
      ['statementMap', this.statements],
      ['fnMap', this.functions],
      ['branchMap', this.branches],
      ['s', this.statementHits],
      ['f', this.functionHits],
      ['b', this.armHits],
    ])
  }

  /** Parts that every file of istanbul's has, and this one has not. */
  missing(): readonly string[] {
    return [...this.parts.keys()].filter((name) => !this.found.has(name))
  }

  readPlain(key: string, cursor: PlainCursor): boolean {
    const isRead = this.parts.get(key)?.readPlainMap(cursor) === true
    if (isRead) this.found.add(key)
    return isRead
  }

  enter(key: string): JsonVisitor | null {
    if (key === 'data')
      return { enter: (name) => this.enterPart(name), scalar: (name, value) => this.scalar(name, value) }
    return this.enterPart(key)
  }

  scalar(key: string, value: JsonScalar): void {
    if (key === 'path' && typeof value === 'string') this.path = ownText(value)
    else if (key === 'all') this.isPlaceholder = value === true
  }

  leave(): void {
    this.done(this)
  }

  private enterPart(key: string): JsonVisitor | null {
    const part = this.parts.get(key)
    if (part !== undefined) this.found.add(key)
    return part ?? null
  }
}
