import type { Problem } from '../model/errors.js'
import type { Evidence, RunContext } from '../model/evidence.js'
import { canonicalJson, variantKeyOf } from '../model/record-key.js'
import { legName } from './leg.js'

/** Facts that are told for each job and matrix cell. */
export interface LeggedFacts<Leg> {
  readonly legs: readonly Leg[]
}

/**
 * Of a leg that another job handed over only what is of its own job and matrix cell, and of the commit that it was checked
 * to be of. @param place puts what was checked in place of what the leg says
 */
export function ownLeg<Leg extends { readonly variant: string }>(
  evidence: Evidence<LeggedFacts<Leg>>,
  place: (leg: Leg, run: RunContext) => Leg,
): Evidence<LeggedFacts<Leg>> {
  const { run, facts, problems } = evidence
  const variant = canonicalJson(variantKeyOf(run.key))
  const own = facts.legs.filter((leg) => leg.variant === variant).slice(0, 1)
  const foreign = own.length < facts.legs.length ? [speaksOfOthers(run)] : []
  return { ...evidence, facts: { legs: own.map((leg) => place(leg, run)) }, problems: [...problems, ...foreign] }
}

function speaksOfOthers({ key }: RunContext): Problem {
  return {
    kind: 'report',
    message: `The evidence of ${legName(key)} speaks of other jobs, which is left out.`,
    path: null,
    line: null,
    remedy: 'Hand over what the gate wrote in that job, unchanged.',
  }
}
