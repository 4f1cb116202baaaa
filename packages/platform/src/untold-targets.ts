import type { Change, Receipt } from '@testwarden/core/model/change'

/** Names of targets that should have been told whatever happens, and were not. A dry run tells nobody, and misses nobody. */
export function untoldTargets(changes: readonly Change[], receipts: readonly Receipt[]): readonly string[] {
  const missed = new Set(
    receipts.filter(({ status }) => status === 'failed' || status === 'refused').map(({ key }) => key),
  )
  const strict = changes.filter((change) => change.kind === 'notify').filter(({ isStrict }) => isStrict === true)
  return [...new Set(strict.filter(({ key }) => missed.has(key)).map(({ target }) => target.name))]
}
