import { PlatformError } from '@testwarden/core/model/errors'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import type { Ports } from '@testwarden/core/ports/ports'

/** Older records say nothing about what a change of today should have. */
const MAX_ANCESTORS = 50

/**
 * The newest record that an action left on the way to what this run is compared with; null when it never did, and when
 * nobody can tell: a gate that had nothing to compare with says so itself.
 */
export async function lastRecordOf(
  action: string,
  { base }: RunContext,
  { git, history }: Pick<Ports, 'git' | 'history'>,
): Promise<HistoryRecord | null> {
  if (history === null || base.kind !== 'commit') return null
  try {
    const ancestors = await git.firstParents(base.sha, MAX_ANCESTORS)
    const { records } = await history.read({ action, shas: new Set(ancestors) })
    return records.findLast(({ trust }) => trust === 'default-branch') ?? null
  } catch (error) {
    if (error instanceof PlatformError) return null
    throw error
  }
}
