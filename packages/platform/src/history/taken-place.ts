import { PlatformError } from '@testwarden/core/model/errors'
import type { HistoryRead } from '@testwarden/core/ports/history-store'
import { foldSegments } from '@testwarden/history/fold-segments'
import type { Segment } from '@testwarden/history/segment'

/** @throws PlatformError when the segment that has a record's place holds anything but this very record */
export function requireSameRecord(known: Segment, segment: Segment): void {
  const before = foldSegments([known])
  const after = foldBoth(known, segment)
  if (after.records.length > before.records.length) throw placeTaken(known.path, before.warnings.join('; '))
}

function foldBoth(known: Segment, segment: Segment): HistoryRead {
  try {
    return foldSegments([known, segment])
  } catch (cause) {
    throw keyTaken(known.path, cause)
  }
}

/** Two writers that are one by all that GitHub tells of them. */
function keyTaken(path: string, cause: unknown): PlatformError {
  return new PlatformError(
    `the history record was not written, because ${path} holds a different one of this run, job and step`,
    {
      cause,
      remedy:
        // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's, shown as the user writes it
        'if two steps of one composite action, or two jobs that call one reusable workflow, keep records in one run, give each the input `matrix`, such as `matrix: ${{ toJSON(inputs) }}`',
    },
  )
}

export function placeTaken(path: string, fault: string): PlatformError {
  return new PlatformError(`the history record was not written, because its place is taken: ${fault || path}`, {
    remedy: `look at ${path}: update Testwarden if a newer version wrote it, remove it if it is damaged`,
  })
}
