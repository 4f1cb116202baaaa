import type { FileBuilder } from '../coverage-builder.js'
import type { BlockTable } from './block-table.js'
import { columnOf, lineOf } from './place.js'

/** A block that ends in these columns ends with a closing brace that stands alone: nothing runs there. */
const BRACE_COLUMN = 2

/**
 * Lines from blocks. A profile knows no lines, so a line has run when any block on it has: the line of `if ready {`
 * belongs to the condition and, from its brace on, to the body. A block without statements, such as an empty function,
 * has nothing to run.
 */
export function addBlockLines(blocks: BlockTable, file: FileBuilder): void {
  // Mostly a block begins on the line where the one before ends: each line once and in order needs no sorting.
  let [last, best] = [0, 0]
  for (let index = 0; index < blocks.size; index++) {
    const first = lineOf(blocks.startAt(index))
    const hits = blocks.hitsAt(index)
    const behind = first + lineCount(blocks, index)
    for (let line = first; line < behind; line++) {
      if (line !== last && last > 0) file.addLine(last, best)
      best = line === last ? Math.max(best, hits) : hits
      last = line
    }
  }
  if (last > 0) file.addLine(last, best)
}

/** How many lines a block stands on. */
export function lineCount(blocks: BlockTable, index: number): number {
  if (blocks.statementsAt(index) === 0) return 0
  const start = blocks.startAt(index)
  return lastLine(start, blocks.endAt(index)) - lineOf(start) + 1
}

/** The last line of a block that has something to run. */
export function lastLine(start: number, end: number): number {
  return Math.max(lineOf(start), columnOf(end) <= BRACE_COLUMN ? lineOf(end) - 1 : lineOf(end))
}
