import { SortedMap } from '../compact/sorted-map.js'
import type { BlockTable } from './block-table.js'
import { describeRange, placeOf } from './place.js'

const KEY = /^([0-9]{1,10})\.([0-9]{1,10}),([0-9]{1,10})\.([0-9]{1,10})#([0-9]{1,10})$/

/**
 * The statements of a file over its folded blocks. A profile counts them without saying where they are, so each is known
 * by its block and its number in it: `5.12,8.22#0`.
 */
export class BlockStatements extends SortedMap<string, number> {
  readonly size: number
  private readonly blocks: BlockTable
  /** Of each block: number of statements before it. */
  private readonly offsets: Uint32Array

  constructor(blocks: BlockTable) {
    super()
    this.blocks = blocks
    this.offsets = new Uint32Array(blocks.size)
    let size = 0
    for (let index = 0; index < blocks.size; index++) {
      this.offsets[index] = size
      size += blocks.statementsAt(index)
    }
    this.size = size
  }

  /** Straight from the blocks: totals read nothing else. */
  override *values(): Generator<number, undefined> {
    for (let index = 0; index < this.blocks.size; index++) {
      const hits = this.blocks.hitsAt(index)
      for (let left = this.blocks.statementsAt(index); left > 0; left--) yield hits
    }
  }

  protected keyAt(index: number): string {
    const block = this.blockOf(index)
    const range = describeRange(this.blocks.startAt(block), this.blocks.endAt(block))
    return `${range}#${index - this.offsetOf(block)}`
  }

  protected valueAt(index: number): number {
    return this.blocks.hitsAt(this.blockOf(index))
  }

  protected indexOf(key: string): number {
    const [startLine, startColumn, endLine, endColumn, number] = (KEY.exec(key) ?? []).slice(1).map(Number)
    if (number === undefined) return -1
    const start = placeOf(startLine ?? 0, startColumn ?? 0)
    const end = placeOf(endLine ?? 0, endColumn ?? 0)
    const block = this.find(start, end)
    return block === -1 || number >= this.blocks.statementsAt(block) ? -1 : this.offsetOf(block) + number
  }

  private offsetOf(block: number): number {
    return this.offsets[block] ?? 0
  }

  /** The last block that begins at or before a statement; blocks without statements come before those that share their offset. */
  private blockOf(index: number): number {
    return firstIndex(this.blocks.size, (block) => this.offsetOf(block) > index) - 1
  }

  private find(start: number, end: number): number {
    const { blocks } = this
    const isBefore = (block: number): boolean =>
      blocks.startAt(block) < start || (blocks.startAt(block) === start && blocks.endAt(block) < end)
    const found = firstIndex(blocks.size, (block) => !isBefore(block))
    return found < blocks.size && blocks.startAt(found) === start && blocks.endAt(found) === end ? found : -1
  }
}

/** First index from which on a condition holds; `size` when it never does. */
function firstIndex(size: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = size
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
