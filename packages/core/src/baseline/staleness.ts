/** How far away a baseline may be; null is no limit. */
export interface StalenessLimits {
  readonly maxDays: number | null
  readonly maxCommits: number | null
}

export interface BaselineAge {
  /** ISO 8601, UTC. */
  readonly time: string
  /** First-parent steps from the commit compared with. */
  readonly distance: number
}

export interface Stale {
  readonly limit: keyof StalenessLimits
  /** As the end of a sentence: `45 days old, which is more than 30`. */
  readonly how: string
}

const DAY_MS = 86_400_000

/**
 * Which limits a baseline is beyond. The record of the very commit that is compared with is never stale: a branch that
 * rests is no reason to distrust it.
 * @param now ISO 8601, UTC
 */
export function staleness({ time, distance }: BaselineAge, now: string, limits: StalenessLimits): readonly Stale[] {
  if (distance === 0) return []
  const days = Math.floor((Date.parse(now) - Date.parse(time)) / DAY_MS)
  const { maxDays, maxCommits } = limits
  const stale: Stale[] = []
  if (maxDays !== null && days > maxDays)
    stale.push({ limit: 'maxDays', how: `${days} days old, which is more than ${maxDays}` })
  if (maxCommits !== null && distance > maxCommits)
    stale.push({ limit: 'maxCommits', how: `${distance} commits away, which is more than ${maxCommits}` })
  return stale
}
