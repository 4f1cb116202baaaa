import { limitOrigin, type Setting } from '@testwarden/core/config/field'
import type { Outcome } from '@testwarden/core/model/outcome'
import type { LimitOrigin } from '@testwarden/core/model/verdict'

/** A limit that is in force. */
export interface Limit {
  /** Exact decimal. */
  readonly value: string
  readonly origin: Exclude<LimitOrigin, 'none'>
}

export function limitOf(setting: Setting<string | null>): Limit | null {
  const origin = limitOrigin(setting)
  return setting.value === null || origin === 'none' ? null : { value: setting.value, origin }
}

/** What an outcome counts as under a limit: one that nobody wrote only advises. */
export function under(limit: Pick<Limit, 'origin'>, outcome: Outcome): Outcome {
  const isTooHarsh = outcome === 'fail' || outcome === 'inconclusive'
  return limit.origin === 'assumed' && isTooHarsh ? 'warn' : outcome
}

/** For evidence that a limit needs and reports need not have: only who wrote the limit asked for it. */
export function absentUnder(limit: Pick<Limit, 'origin'>): Outcome {
  return limit.origin === 'written' ? 'inconclusive' : 'skipped'
}
