import type { ExplainedQuarantine, ExplainedVariant } from '@testwarden/core/files/explain-test-file'
import { countWord } from '@testwarden/core/render/inline'

const DIAGNOSES: Readonly<Record<string, string>> = {
  'proven-flake': 'a proven flake: both outcomes on one tree',
  'known-flake': 'a known flake',
  'suspected-flake': 'a suspected flake, which is never excused',
  'broken-since': 'broken: a flake does not explain it',
  'new-failure': 'a new failure',
  'no-history': 'a failure without any history',
}

const REFUSALS: Readonly<Record<string, string>> = {
  'no-flake': 'it is neither a proven nor a known flake',
  'no-quarantine': 'it is under no quarantine',
  expired: 'its quarantine is over',
  unlikely: 'it failed more often than the flake does',
  touched: 'the change touches it',
}

/** What a failure is, by which numbers, whether it is excused, and how many reruns would tell more. */
export function failureLines({ failure }: ExplainedVariant): readonly string[] {
  const { diagnosis, chance, formula, streakCommits, streakAttempts, isExcused, refusal, reruns } = failure
  const streak = `${countWord(streakCommits, 'commit')} without a pass, ${countWord(streakAttempts, 'failed attempt')}`
  return [
    DIAGNOSES[diagnosis] ?? diagnosis,
    `chance that the flake alone does it: ${formula} = ${percentOf(chance)} (known flakes have at least 1 %); ${streak}`,
    isExcused ? 'excused' : `not excused: ${REFUSALS[refusal ?? ''] ?? refusal}`,
    reruns === 0
      ? 'reruns would change nothing'
      : `settled by one pass, or by ${countWord(reruns, 'more failed attempt')} in a row`,
  ]
}

export function quarantineLine({
  standing,
  owner,
  reason,
  since,
  expires,
  isProposed,
  rate,
}: ExplainedQuarantine): string {
  const proposal = isProposed ? '; the rules propose one' : ''
  const rated = `fails by itself in ${percentOf(rate)} of its attempts`
  if (standing === 'none') return `quarantine: none${proposal}; ${rated}`
  const state = { valid: 'in force', expired: 'over', 'not-yet': 'not yet in force' }[standing]
  return `quarantine: ${state}, ${since} to ${expires}, owner ${owner}: ${reason}; ${rated}`
}

/** Never 0 % for what is possible. */
function percentOf(rate: number): string {
  if (rate >= 0.1) return `${Math.round(rate * 100)} %`
  return rate >= 0.001 ? `${(rate * 100).toFixed(1)} %` : 'less than 0.1 %'
}
