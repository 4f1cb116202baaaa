import { PlatformError } from '@testwarden/core/model/errors'
import type { SegmentEdit } from '@testwarden/history/segment-edit'
import type { TreeChange, TreeFile } from './branch.js'
import { FIRST_FILES } from './branch-marker.js'

export interface PlannedEdit {
  /** Those that the edit was planned for. */
  readonly files: readonly TreeFile[]
  readonly edit: SegmentEdit
  /** The ref does not exist yet. */
  readonly isFirst: boolean
}

/** An edit of segments as changes of a tree. A moved file keeps its blob, so that its bytes cannot change. */
export function changesOf({ files, edit, isFirst }: PlannedEdit): readonly TreeChange[] {
  const blobs = new Map(files.map(({ path, blob }) => [path, blob]))
  const first: TreeChange[] = isFirst
    ? FIRST_FILES.map(({ path, text }) => write(path, new TextEncoder().encode(text)))
    : []
  return [
    ...first,
    ...edit.remove.map((path): TreeChange => ({ kind: 'remove', path })),
    ...edit.move.flatMap(({ from, to }): TreeChange[] => [
      { kind: 'remove', path: from },
      { kind: 'place', path: to, blob: requireBlob(blobs, from) },
    ]),
    ...edit.write.map(({ path, content }) => write(path, content)),
  ]
}

function write(path: string, content: Uint8Array): TreeChange {
  return { kind: 'write', path, content }
}

function requireBlob(blobs: ReadonlyMap<string, string>, path: string): string {
  const blob = blobs.get(path)
  if (blob !== undefined) return blob
  throw new PlatformError(`${path} is no longer in the history`, { remedy: 'run the command again' })
}
