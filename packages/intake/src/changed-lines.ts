import type { Diff } from '@testwarden/core/model/diff'
import type { LineRange } from '@testwarden/core/model/line-range'

/**
 * The lines that exist only on the new side of a diff, by new path. Deleted files, binary files, pure renames and mere
 * deletions have none and are left out.
 */
export function changedLines(diff: Diff): Map<string, LineRange[]> {
  const changed = new Map<string, LineRange[]>()
  for (const { newPath, hunks } of diff) {
    if (newPath === null) continue
    const ranges = hunks
      .filter((hunk) => hunk.newCount > 0)
      .map((hunk) => ({ first: hunk.newStart, last: hunk.newStart + hunk.newCount - 1 }))
    if (ranges.length > 0) changed.set(newPath, ranges)
  }
  return changed
}
