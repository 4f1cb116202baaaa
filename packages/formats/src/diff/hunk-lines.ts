import type { Hunk } from '@testwarden/core/model/diff'

const HEADER = /^@@ -([0-9]{1,9})(?:,([0-9]{1,9}))? \+([0-9]{1,9})(?:,([0-9]{1,9}))? @@/

/** The numbers of a hunk's header; null when the line is none. A count that is left out is 1. */
export function readHunkHeader(line: string): Hunk | null {
  const match = HEADER.exec(line)
  if (match === null) return null
  const [, oldStart, oldCount = '1', newStart, newCount = '1'] = match
  return {
    oldStart: Number(oldStart),
    oldCount: Number(oldCount),
    newStart: Number(newStart),
    newCount: Number(newCount),
  }
}

/**
 * Walks the lines of one hunk and cuts them into hunks without context. Its end is known by the counts of its header
 * alone: a removed line may well read `--- a/file`.
 */
export class HunkLines {
  private oldLeft: number
  private newLeft: number
  private oldLine: number
  private newLine: number
  private removed = 0
  private added = 0
  private readonly found: Hunk[] = []

  constructor(header: Hunk) {
    this.oldLeft = header.oldCount
    this.newLeft = header.newCount
    // With no lines of its own, a side's start names the line before the gap.
    this.oldLine = header.oldCount === 0 ? header.oldStart + 1 : header.oldStart
    this.newLine = header.newCount === 0 ? header.newStart + 1 : header.newStart
  }

  get isComplete(): boolean {
    return this.oldLeft === 0 && this.newLeft === 0
  }

  /** @param mark the line's first character; empty for a context line that lost its blank @returns false for no line of a hunk */
  take(mark: string): boolean {
    if (mark === '\\') return true
    const isRemoved = mark === '-'
    const isAdded = mark === '+'
    if (!isRemoved && !isAdded && mark !== ' ' && mark !== '') return false
    if (!isAdded && this.oldLeft-- === 0) return false
    if (!isRemoved && this.newLeft-- === 0) return false
    if (isRemoved) this.removed++
    else if (isAdded) this.added++
    else this.passContext()
    return true
  }

  /** Ascending, without context lines. */
  end(): readonly Hunk[] {
    this.closeRun()
    return this.found
  }

  private passContext(): void {
    this.closeRun()
    this.oldLine++
    this.newLine++
  }

  private closeRun(): void {
    if (this.removed === 0 && this.added === 0) return
    this.found.push({
      oldStart: this.removed === 0 ? this.oldLine - 1 : this.oldLine,
      oldCount: this.removed,
      newStart: this.added === 0 ? this.newLine - 1 : this.newLine,
      newCount: this.added,
    })
    this.oldLine += this.removed
    this.newLine += this.added
    this.removed = 0
    this.added = 0
  }
}
