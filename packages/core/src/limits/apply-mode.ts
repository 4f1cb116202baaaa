import { type Outcome, worstOutcome } from '../model/outcome.js'
import { COLLECTED, type Reason, type Verdict } from '../model/verdict.js'

/** The part of a gate's shared settings that says how much its verdict may hurt. */
export interface ModeSettings {
  readonly mode: { readonly value: 'enforce' | 'advise' | 'collect' }
  readonly 'on-inconclusive': { readonly value: 'inconclusive' | 'pass' | 'warn' | 'fail' }
}

/**
 * What a verdict counts as under the user's settings. Each reason is mapped before they are folded, so that one missing
 * piece of evidence which counts as `pass` cannot hide a limit that is broken.
 */
export function applyMode(verdict: Verdict, settings: ModeSettings): Verdict {
  if (settings.mode.value === 'collect') return collected(verdict)
  const reasons = verdict.reasons.map((reason) => ({ ...reason, outcome: mapOutcome(reason.outcome, settings) }))
  return { ...verdict, outcome: worstOutcome(reasons.map((reason) => reason.outcome)), reasons }
}

function mapOutcome(outcome: Outcome, settings: ModeSettings): Outcome {
  const mapped = outcome === 'inconclusive' ? settings['on-inconclusive'].value : outcome
  if (settings.mode.value !== 'advise') return mapped
  return mapped === 'fail' || mapped === 'inconclusive' ? 'warn' : mapped
}

/** A leg judges nothing: whoever joins the legs decides on the whole. */
function collected(verdict: Verdict): Verdict {
  const reasons = verdict.reasons.map((reason): Reason => ({ ...reason, outcome: 'skipped' }))
  return { outcome: 'skipped', headline: COLLECTED, reasons }
}
