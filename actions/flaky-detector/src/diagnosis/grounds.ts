import type { Tally } from './evidence.js'

/** One piece of evidence, so that a page can name the run. */
export interface Ground {
  /** `both-outcomes`: passed and failed at a commit; `elsewhere`: on a tree outside the default branch; `spell`: failed, then passed by itself. */
  readonly kind: 'both-outcomes' | 'elsewhere' | 'spell'
  /** Of a spell the first; null for `elsewhere`. */
  readonly commit: string | null
  readonly run: string | null
  readonly pullRequest: number | null
  /** How many commits a spell lasted; else 1. */
  readonly commits: number
  readonly failed: number
  readonly passed: number
  /** ISO 8601. */
  readonly time: string
}

/** More than this nobody reads; the counts tell of all. */
const MOST_GROUNDS = 10

/** The latest pieces of evidence, newest first. */
export function groundsOf(tally: Tally): readonly Ground[] {
  const mixed = tally.mixed.slice(-MOST_GROUNDS).map((cell): Ground => {
    return { kind: 'both-outcomes', pullRequest: null, commits: 1, ...shownOf(cell) }
  })
  const elsewhere = tally.elsewhere.slice(-MOST_GROUNDS).map((seen): Ground => {
    const { failed, passed, time, pullRequest } = seen
    return { kind: 'elsewhere', commit: null, run: null, pullRequest, commits: 1, failed, passed, time }
  })
  const spells = tally.spells.slice(-MOST_GROUNDS).flatMap(({ cells: [first], commits, failed }): readonly Ground[] => {
    return first === undefined ? [] : [{ kind: 'spell', pullRequest: null, commits, ...shownOf(first), failed }]
  })
  const all = [...mixed, ...elsewhere, ...spells]
  return all.sort((left, right) => Date.parse(right.time) - Date.parse(left.time)).slice(0, MOST_GROUNDS)
}

type Shown = Pick<Ground, 'commit' | 'run' | 'failed' | 'passed' | 'time'>

function shownOf({ commit, run, failed, passed, time }: Shown): Shown {
  return { commit, run, failed, passed, time }
}
