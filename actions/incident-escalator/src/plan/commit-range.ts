import type { PlannedIncident } from './planned-incident.js'

/** Commits to be looked at: behind `base`, which is null where nobody knows one, up to and with `head`. */
export interface CommitRange {
  readonly base: string | null
  readonly head: string
}

/** Where it began, or, at its end, where it was mended; null: this run does not tell. */
export function rangeOf({
  signs,
  transitions,
  trouble,
}: Pick<PlannedIncident, 'signs' | 'transitions' | 'trouble'>): CommitRange | null {
  const { streak } = signs
  if (streak === null) return null
  if (trouble !== null && streak.firstBad !== null) return commits(streak.lastGood?.sha ?? null, streak.firstBad.sha)
  const isOver = transitions.some(({ kind }) => kind === 'resolved')
  return isOver && streak.firstGreen !== null ? commits(streak.lastBad?.sha ?? null, streak.firstGreen.sha) : null
}

/** Two runs of one commit have none between them. */
function commits(base: string | null, head: string): CommitRange | null {
  return head === '' ? null : { base: base === head ? null : base, head }
}
