import type { PlainCursor } from '../../json/plain-cursor.js'
import { readPlainArray, readPlainObject } from '../../json/plain-object.js'
import type { JsonContainer, JsonScalar, JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { readHits } from '../json-numbers.js'
import { IdList } from './id-list.js'

const REPEATED = 'an id that is listed twice counts once, with its last count'

/** `s` and `f`: `{"0":3,"1":0}`, ids to hits. */
export class HitsVisitor implements JsonVisitor {
  ids = new IdList()
  hits: number[] = []
  private readonly warnings: WarningLog

  constructor(warnings: WarningLog) {
    this.warnings = warnings
  }

  /** The whole map. Where not all of it is plain nothing of it is kept. */
  readPlainMap(cursor: PlainCursor): boolean {
    if (this.hits.length > 0) return false
    const isRead = readPlainObject(cursor, (id) => {
      const hits = cursor.number()
      if (hits === -1 || !this.ids.addCounted(id)) return false
      this.hits.push(hits)
      return true
    })
    if (!isRead) {
      this.ids = new IdList()
      this.hits = []
    }
    return isRead
  }

  scalar(id: string, value: JsonScalar, line: number): void {
    const index = this.ids.add(id)
    if (index < this.hits.length) this.warnings.add(REPEATED, line)
    this.hits[index] = hitsOf(value, line, this.warnings)
  }
}

/** `b`: `{"0":[3,0]}`, ids to the hits of each arm. */
export class ArmHitsVisitor implements JsonVisitor {
  ids = new IdList()
  arms: (readonly number[])[] = []
  private current: number[] = []
  private readonly warnings: WarningLog
  private readonly arm: JsonVisitor

  constructor(warnings: WarningLog) {
    this.warnings = warnings
    this.arm = { scalar: (_key, value, line) => this.current.push(hitsOf(value, line, this.warnings)) }
  }

  /** The whole map, or nothing of it. */
  readPlainMap(cursor: PlainCursor): boolean {
    if (this.arms.length > 0) return false
    const isRead = readPlainObject(cursor, (id) => this.ids.addCounted(id) && this.readPlainArms(cursor))
    if (!isRead) {
      this.ids = new IdList()
      this.arms = []
    }
    return isRead
  }

  private readPlainArms(cursor: PlainCursor): boolean {
    const arms: number[] = []
    this.arms.push(arms)
    return readPlainArray(cursor, () => {
      const hits = cursor.number()
      if (hits !== -1) arms.push(hits)
      return hits !== -1
    })
  }

  enter(id: string, _container: JsonContainer, line: number): JsonVisitor {
    const index = this.ids.add(id)
    if (index < this.arms.length) this.warnings.add(REPEATED, line)
    this.current = []
    this.arms[index] = this.current
    return this.arm
  }
}

function hitsOf(value: JsonScalar, line: number, warnings: WarningLog): number {
  const hits = readHits(value, warnings, line)
  if (hits === null) warnings.add('a hit count that is no number counts as 0', line)
  return hits ?? 0
}
