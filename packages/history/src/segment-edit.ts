import type { Segment } from './segment.js'

/** A change to the files of a history. Nothing is ever written over: a name stands for its content. */
export interface SegmentEdit {
  readonly write: readonly Segment[]
  /** Only files whose records are elsewhere, or which a retention lets go. */
  readonly remove: readonly string[]
  readonly move: readonly SegmentMove[]
}

export interface SegmentMove {
  readonly from: string
  readonly to: string
}

export const NO_EDIT: SegmentEdit = { write: [], remove: [], move: [] }

export function isEmptyEdit({ write, remove, move }: SegmentEdit): boolean {
  return write.length + remove.length + move.length === 0
}

export function joinEdits(edits: readonly SegmentEdit[]): SegmentEdit {
  return {
    write: edits.flatMap(({ write }) => write),
    remove: edits.flatMap(({ remove }) => remove),
    move: edits.flatMap(({ move }) => move),
  }
}

/** What the history holds afterwards: the one meaning of an edit that every store must give it. */
export function applyEdit(segments: readonly Segment[], { write, remove, move }: SegmentEdit): Segment[] {
  const files = new Map(segments.map((segment) => [segment.path, segment.content]))
  for (const { from, to } of move) {
    const content = files.get(from)
    files.delete(from)
    if (content !== undefined) files.set(to, content)
  }
  for (const path of remove) files.delete(path)
  for (const { path, content } of write) files.set(path, content)
  return [...files].map(([path, content]) => ({ path, content }))
}
