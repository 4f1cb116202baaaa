import { isWorse } from '@testwarden/core/model/severity'
import type { Trouble } from './trouble.js'

/** What deserves an incident of its own, and what another one of the same run explains. */
export interface Inhibited {
  readonly troubles: readonly Trouble[]
  readonly muted: readonly MutedTrouble[]
}

export interface MutedTrouble {
  readonly trouble: Trouble
  /** What explains it. */
  readonly by: Trouble
}

/**
 * A trouble of the surroundings, such as a full disk, mutes failures of tests that are no more severe: they may be its
 * doing, and whoever mends it sees what is left. It never mutes what is worse than itself, nor another one of its kind,
 * nor what no test tells of.
 */
export function inhibit(troubles: readonly Trouble[]): Inhibited {
  const infrastructure = troubles.filter(({ isSurroundings }) => isSurroundings)
  const largest = infrastructure.reduce<Trouble | null>(
    (best, each) => (best === null || isMoreTelling(each, best) ? each : best),
    null,
  )
  if (largest === null) return { troubles, muted: [] }
  const isMuted = (trouble: Trouble): boolean =>
    !trouble.isSurroundings && trouble.testCount > 0 && !isWorse(trouble.severity, largest.severity)
  return {
    troubles: troubles.filter((trouble) => !isMuted(trouble)),
    muted: troubles.filter(isMuted).map((trouble) => ({ trouble, by: largest })),
  }
}

function isMoreTelling(trouble: Trouble, than: Trouble): boolean {
  if (trouble.severity !== than.severity) return isWorse(trouble.severity, than.severity)
  return trouble.testCount > than.testCount
}
