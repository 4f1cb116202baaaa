import type { Decision } from '@testwarden/core/model/decision'
import { worstOutcome } from '@testwarden/core/model/outcome'
import type { Reason } from '@testwarden/core/model/verdict'

/** What is not there might have said anything, so a verdict on the rest is at most inconclusive. */
export function withMissingLegs(decision: Decision, missing: readonly string[]): Decision {
  if (missing.length === 0) return decision
  const { verdict } = decision
  const reason = missingReason(missing)
  const outcome = worstOutcome([verdict.outcome, reason.outcome])
  const headline = verdict.outcome === 'fail' ? verdict.headline : reason.message
  return { ...decision, verdict: { outcome, headline, reasons: [...verdict.reasons, reason] } }
}

function missingReason(missing: readonly string[]): Reason {
  return {
    ruleId: 'missing-legs',
    title: 'every leg there',
    outcome: 'inconclusive',
    message: `Evidence is missing of ${missing.join(', ')}.`,
    actual: null,
    limit: null,
    limitOrigin: 'none',
    unit: 'count',
    baseline: null,
    wording: { actual: `missing: ${missing.join(', ')}` },
  }
}
