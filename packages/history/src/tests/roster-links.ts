import { readBody } from './encoded-run.js'

/** Ids of rosters: what a body holds for others, and what it cannot be read without. */
export interface RosterLinks {
  readonly provides: readonly string[]
  readonly needs: readonly string[]
}

const NONE: RosterLinks = { provides: [], needs: [] }

/** For the envelope of its record, so that nothing lets go what others need. No links: nothing that we can read. */
export function rosterLinks(body: unknown): RosterLinks {
  const read = readBody(body)
  if (!read.ok) return NONE
  const { roster } = read.run
  if (typeof roster === 'string') return { provides: [], needs: [roster] }
  return { provides: [roster.id], needs: roster.base === null ? [] : [roster.base] }
}
