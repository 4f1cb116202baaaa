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
  for (let index = 0; index < blocks.size; index++) {
    const first = lineOf(blocks.startAt(index))
    const hits = blocks.hitsAt(index)
    for (let line = first; line < first + lineCount(blocks, index); line++) file.addLine(line, hits)
  }
}

/** How many lines a block stands on. */
export function lineCount(blocks: BlockTable, index: number): number {
  if (blocks.statementsAt(index) === 0) return 0
  const first = lineOf(blocks.startAt(index))
  const end = blocks.endAt(index)
  const last = columnOf(end) <= BRACE_COLUMN ? lineOf(end) - 1 : lineOf(end)
  return Math.max(1, last - first + 1)
}
