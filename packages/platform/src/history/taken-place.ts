import { PlatformError } from '@testwarden/core/model/errors'
import { foldSegments } from '@testwarden/history/fold-segments'
import type { Segment } from '@testwarden/history/segment'

/** @throws PlatformError when the segment that has a record's place holds anything but this very record */
export function requireSameRecord(known: Segment, segment: Segment): void {
  const before = foldSegments([known])
  const after = foldSegments([known, segment])
  if (after.records.length > before.records.length) throw placeTaken(known.path, before.warnings.join('; '))
}

export function placeTaken(path: string, fault: string): PlatformError {
  return new PlatformError(`the history record was not written, because its place is taken: ${fault || path}`, {
    remedy: `look at ${path}: update Testwarden if a newer version wrote it, remove it if it is damaged`,
  })
}
