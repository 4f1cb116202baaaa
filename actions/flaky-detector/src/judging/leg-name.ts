import { variantName } from '@testwarden/core/evidence-fold/leg'
import type { Reason } from '@testwarden/core/model/verdict'
import type { LegFacts } from '../facts.js'

/** Reasons about one leg say which one, where there are several. */
export function inLeg(reasons: readonly Reason[], leg: LegFacts, legs: readonly LegFacts[]): readonly Reason[] {
  const name = legs.length < 2 ? '' : variantName(leg.variant)
  return name === '' ? reasons : reasons.map((reason) => ({ ...reason, title: `${reason.title} in ${name}` }))
}
