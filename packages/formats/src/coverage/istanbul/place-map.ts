import type { PlainCursor } from '../../json/plain-cursor.js'
import { readPlainObject } from '../../json/plain-object.js'
import type { JsonVisitor } from '../../json/visitor.js'
import { IdList } from './id-list.js'

/** Reads one entry after the other, each into the same fields. */
export interface PlaceReader<Place> extends JsonVisitor {
  /** Forgets the entry before. */
  anew(): JsonVisitor
  /** An entry in the form that istanbul has written since 2.0. false: it has another, and nothing of it counts. */
  readPlainEntry(cursor: PlainCursor): boolean
  /** The entry that was read last. */
  toPlace(): Place
}

/** `branchMap` or `fnMap`: ids to places. */
export class PlaceMap<Place> implements JsonVisitor {
  ids = new IdList()
  entries: Place[] = []
  private readonly entry: PlaceReader<Place>
  private index = 0

  /** @param makeReader its reader calls `done` when an entry that is not plain is over */
  constructor(makeReader: (done: () => void) => PlaceReader<Place>) {
    this.entry = makeReader(() => this.add())
  }

  /** The whole map, as long as ids count up. Where not all of it is plain nothing of it is kept. */
  readPlainMap(cursor: PlainCursor): boolean {
    if (this.ids.size > 0) return false
    const isRead = readPlainObject(cursor, (id) => {
      if (!this.ids.addCounted(id) || !this.entry.readPlainEntry(cursor)) return false
      this.entries.push(this.entry.toPlace())
      return true
    })
    if (!isRead) {
      this.ids = new IdList()
      this.entries = []
    }
    return isRead
  }

  readPlain(id: string, cursor: PlainCursor): boolean {
    if (!this.entry.readPlainEntry(cursor)) return false
    this.index = this.ids.add(id)
    this.add()
    return true
  }

  enter(id: string): JsonVisitor {
    this.index = this.ids.add(id)
    return this.entry.anew()
  }

  private add(): void {
    this.entries[this.index] = this.entry.toPlace()
  }
}
