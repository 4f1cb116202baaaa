import type { Problem } from '../model/errors.js'
import { faultOfOrigin, type KnownRun } from './check-origin.js'
import type { Leg } from './leg.js'

export interface BelievedLegs {
  readonly legs: readonly Leg[]
  readonly refused: readonly Problem[]
}

/** Those that say of themselves what GitHub says of their run. */
export function believeLegs(candidates: readonly Leg[], known: KnownRun): BelievedLegs {
  const checked = candidates.map((leg) => ({ leg, fault: faultOfOrigin(leg.evidence.run, known) }))
  return {
    legs: checked.flatMap(({ leg, fault }) => (fault === null ? [leg] : [])),
    refused: checked.flatMap(({ leg, fault }) => (fault === null ? [] : [refusal(leg, fault)])),
  }
}

function refusal({ source }: Leg, fault: string): Problem {
  return {
    kind: 'report',
    message: `${source} ${fault}.`,
    path: null,
    line: null,
    remedy: 'Hand over what a gate of this very run wrote.',
  }
}
