import type { Diff } from '@testwarden/core/model/diff'
import type { FileRename } from '../facts.js'

/** Ascending by the old path. */
export function fileRenames(diff: Diff): readonly FileRename[] {
  return diff
    .flatMap(({ oldPath: from, newPath: to }) => (from !== null && to !== null && from !== to ? [{ from, to }] : []))
    .sort((left, right) => (left.from < right.from ? -1 : 1))
}
