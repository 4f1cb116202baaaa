import { variantName } from '@testwarden/core/evidence-fold/leg'
import type { PerfFacts, PerfLeg } from '../facts.js'

/** ` in test (linux)` where there are several legs, to be put behind a name; nothing where there is one. */
export function legText({ variant }: Pick<PerfLeg, 'variant'>, { legs }: PerfFacts): string {
  const name = legs.length < 2 ? '' : variantName(variant)
  return name === '' ? '' : ` in ${name}`
}
