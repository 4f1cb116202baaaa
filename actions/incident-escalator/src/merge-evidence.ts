import type { Evidence } from '@testwarden/core/model/evidence'
import { asSet, joinEvidence } from '@testwarden/core/model/join-evidence'
import { type IncidentsFacts, NO_PAST } from './facts.js'
import type { FrozenLine } from './freeze/frozen-line.js'

/**
 * The evidence of one run that had read everything that the parts read. Parts have no past in common: whoever decides on
 * the whole reads its own. Any order and grouping of parts gives the same.
 * @throws TypeError when there are no parts
 */
export function mergeEvidence(parts: readonly Evidence<IncidentsFacts>[]): Evidence<IncidentsFacts> {
  return joinEvidence(parts, mergeFacts)
}

function mergeFacts(parts: readonly IncidentsFacts[]): IncidentsFacts {
  const pasts = asSet(parts.map(({ past }) => past))
  return {
    legs: asSet(parts.flatMap(({ legs }) => legs)),
    past: pasts.length === 1 ? (pasts[0] ?? NO_PAST) : NO_PAST,
    verdicts: asSet(parts.flatMap(({ verdicts }) => verdicts)),
    frozen: newest(parts.flatMap(({ frozen }) => frozen ?? [])),
    notes: asSet(parts.flatMap(({ notes }) => notes)),
  }
}

/** Each part read the same history, some a moment later. */
function newest(lines: readonly FrozenLine[]): FrozenLine | null {
  return asSet(lines).reduce<FrozenLine | null>(
    (best, line) => (best === null || line.since > best.since ? line : best),
    null,
  )
}
