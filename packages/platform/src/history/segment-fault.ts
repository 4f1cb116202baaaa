import { MAX_SEGMENT_BYTES } from '@testwarden/history/segment'
import { isSegmentPath } from '@testwarden/history/segment-place'
import type { TreeFile } from './branch.js'

/** Why a file of the branch is not read as a segment, after its name; null when it is. */
export function segmentFault({ path, kind, bytes }: TreeFile): string | null {
  if (!isSegmentPath(path)) return 'is nothing that this version knows'
  if (kind === 'other') return 'is no regular file'
  return bytes > MAX_SEGMENT_BYTES ? `is longer than ${MAX_SEGMENT_BYTES} bytes` : null
}
