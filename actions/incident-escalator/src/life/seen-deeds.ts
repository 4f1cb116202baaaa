import type { Deed } from './deed.js'

/**
 * How far somebody has looked at what people did. GitHub writes whole seconds, in which more than one thing can happen: a
 * moment alone would lose what came later in the same one.
 */
export interface SeenDeeds {
  /** Of the last deed. ISO 8601, UTC. */
  readonly until: string
  /** Deeds of that moment that were looked at, at least 1. */
  readonly count: number
}

/**
 * Those that nobody has looked at.
 * @param deeds in their order, from `seen.until` on
 */
export function unseenDeeds(deeds: readonly Deed[], seen: SeenDeeds | null): readonly Deed[] {
  if (seen === null) return deeds
  return deeds.slice(Math.min(seen.count, countAt(deeds, seen.until)))
}

/** What is seen once all of these are; null: there is none. */
export function seenWith(deeds: readonly Deed[]): SeenDeeds | null {
  const last = deeds.at(-1)
  return last === undefined ? null : { until: last.at, count: countAt(deeds, last.at) }
}

function countAt(deeds: readonly Deed[], moment: string): number {
  return deeds.filter(({ at }) => at === moment).length
}
