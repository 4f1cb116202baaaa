import { isMapping } from '@testwarden/core/config/layer'
import { legName } from '@testwarden/core/evidence-fold/leg'
import type { Reason } from '@testwarden/core/model/verdict'
import type { LegFacts } from '../facts.js'

/** Reasons about one leg say which one, where there are several. */
export function inLeg(reasons: readonly Reason[], leg: LegFacts, legs: readonly LegFacts[]): readonly Reason[] {
  const name = legs.length < 2 ? '' : nameOf(leg)
  return name === '' ? reasons : reasons.map((reason) => ({ ...reason, title: `${reason.title} in ${name}` }))
}

/** Empty where the variant, which another job may have written, is none. */
function nameOf({ variant }: LegFacts): string {
  try {
    const key: unknown = JSON.parse(variant)
    if (!isMapping(key)) return ''
    const { job, matrix } = key
    return typeof job === 'string' && typeof matrix === 'string' ? legName({ job, matrix }) : ''
  } catch {
    return ''
  }
}
