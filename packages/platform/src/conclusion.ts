import type { Problem } from '@testwarden/core/model/errors'
import type { Outcome } from '@testwarden/core/model/outcome'
import type { CheckConclusion } from '@testwarden/core/ports/github'

/** The one place where an outcome becomes what others see of it. `warn` never stops anybody. */
const CONCLUSIONS: Readonly<Record<Outcome, CheckConclusion>> = {
  skipped: 'skipped',
  pass: 'success',
  warn: 'neutral',
  inconclusive: 'neutral',
  fail: 'failure',
}

export const EXIT = { ok: 0, gateFailed: 1, cannotRead: 2, bug: 70 } as const

export function conclusionOf(outcome: Outcome): CheckConclusion {
  return CONCLUSIONS[outcome]
}

/** Exit code of one gate: its outcome, or 2 when something it was given could not be used. */
export function exitCodeOf(outcome: Outcome, problems: readonly Problem[]): number {
  return Math.max(outcome === 'fail' ? EXIT.gateFailed : EXIT.ok, problems.length > 0 ? EXIT.cannotRead : EXIT.ok)
}
