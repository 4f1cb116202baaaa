import { addSaturated } from '@testwarden/core/model/count'

/**
 * How a profile counts: `set` says whether a block ran, `count` and `atomic` how often.
 * @see https://go.dev/blog/cover
 */
export type Mode = 'set' | 'count' | 'atomic'

/** The first line of each profile; several profiles in one file have several. */
export const MODE_LINE = /^mode: (set|count|atomic)$/

/** null for a line that is no mode line. */
export function readMode(line: string): Mode | null {
  const mode = MODE_LINE.exec(line)?.[1]
  return mode === 'set' || mode === 'count' || mode === 'atomic' ? mode : null
}

/** What two counts of one block make, as x/tools/cover merges them. */
export function mergeHits(mode: Mode, left: number, right: number): number {
  return mode === 'set' ? Math.max(left, right) : addSaturated(left, right)
}
