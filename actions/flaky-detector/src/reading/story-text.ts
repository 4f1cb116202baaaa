import type { StoryCell } from '../diagnosis/story.js'
import type { PastCommit } from '../facts.js'

/** Attempts at one commit of the past. */
export interface CellCounts {
  /** Index of the commit. */
  readonly commit: number
  readonly failed: number
  readonly passed: number
}

/**
 * Cells as one short text: `0-40 41:1/0 42-60` passed once at the commits 0 to 40, failed at 41, passed again. Nearly
 * every cell of every test is one pass.
 */
export function writeCells(cells: readonly CellCounts[]): string {
  const words: string[] = []
  let from = 0
  while (from < cells.length) {
    const first = cells[from]
    if (first === undefined) break
    const to = endOfPasses(cells, from)
    if (to === from) words.push(`${first.commit}:${first.failed}/${first.passed}`)
    else words.push(to === from + 1 ? `${first.commit}` : `${first.commit}-${first.commit + to - from - 1}`)
    from = Math.max(to, from + 1)
  }
  return words.join(' ')
}

function endOfPasses(cells: readonly CellCounts[], from: number): number {
  const start = cells[from]?.commit ?? 0
  let to = from
  for (let cell = cells[to]; cell !== undefined; cell = cells[++to])
    if (cell.failed !== 0 || cell.passed !== 1 || cell.commit !== start + to - from) break
  return to
}

const WORD = /^(\d{1,9})(?:-(\d{1,9})|:(\d{1,9})\/(\d{1,9}))?$/

/** null: the text is none of ours, or names a commit that is not there. */
export function readCells(text: string, commits: readonly PastCommit[]): readonly StoryCell[] | null {
  const ranges = readRanges(text, commits.length)
  return (
    ranges?.flatMap(({ start, end, failed, passed }) =>
      commits.slice(start, end + 1).map((commit) => cellAt(commit, { failed, passed })),
    ) ?? null
  )
}

/** Whether the text is one of ours for so many commits, in time that grows with the text alone. */
export function areCells(text: string, commits: number): boolean {
  return readRanges(text, commits) !== null
}

/** Neighbouring commits with the same attempts. */
interface CellRange {
  readonly start: number
  readonly end: number
  readonly failed: number
  readonly passed: number
}

function readRanges(text: string, commits: number): readonly CellRange[] | null {
  const ranges: CellRange[] = []
  let last = -1
  for (const word of text === '' ? [] : text.split(' ')) {
    const [, first, to, failed, passed] = WORD.exec(word) ?? []
    const [start, end] = [Number(first), Number(to ?? first)]
    // One commit may have two cells: passes, then failures for good.
    if (first === undefined || start < last || end < start || end >= commits) return null
    ranges.push({ start, end, failed: Number(failed ?? 0), passed: Number(passed ?? 1) })
    last = end
  }
  return ranges
}

function cellAt({ sha, tree, time, run }: PastCommit, counts: Pick<StoryCell, 'failed' | 'passed'>): StoryCell {
  return { commit: sha, tree, time, run, ...counts }
}
