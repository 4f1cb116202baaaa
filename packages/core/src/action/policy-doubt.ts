import { worstOutcome } from '../model/outcome.js'
import type { Reason, Verdict } from '../model/verdict.js'
import type { EffectiveConfig } from './effective-config.js'

/**
 * A verdict by limits that may not be those of the base branch: where the base could not be read nothing passes, where
 * its config is ill-formed nothing fails (see `effectiveConfig`). Nothing is judged where legs are only collected.
 */
export function underDoubt(verdict: Verdict, doubt: EffectiveConfig<never>['doubt']): Verdict {
  if (doubt === null || isCollected(verdict)) return verdict
  const outcome = doubt.kind === 'ill-formed' ? 'warn' : 'inconclusive'
  const reason: Reason = {
    ruleId: 'policy',
    title: 'policy of the base branch',
    outcome,
    message: `${doubt.problem.message}${doubt.problem.remedy === null ? '' : ` ${doubt.problem.remedy}`}`,
    actual: null,
    limit: null,
    limitOrigin: 'none',
    unit: 'count',
    baseline: null,
    wording: { actual: doubt.kind === 'ill-formed' ? 'cannot be used' : 'cannot be read' },
  }
  return { ...verdict, outcome: worstOutcome([verdict.outcome, outcome]), reasons: [...verdict.reasons, reason] }
}

function isCollected({ outcome, reasons }: Verdict): boolean {
  return outcome === 'skipped' && reasons.length > 0 && reasons.every((reason) => reason.outcome === 'skipped')
}
