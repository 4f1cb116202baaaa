import { limitOrigin, type Setting } from '@testwarden/core/config/field'
import type { Outcome } from '@testwarden/core/model/outcome'
import type { Reason } from '@testwarden/core/model/verdict'

/** What an outcome counts as under a limit: one that nobody wrote only advises. */
export function under(setting: Setting<unknown>, outcome: Outcome): Outcome {
  const isTooHarsh = outcome === 'fail' || outcome === 'inconclusive'
  return isTooHarsh && setting.origin.kind === 'assumed' ? 'warn' : outcome
}

/** The limit of a reason. @param value exact decimal; null: there is none */
export function limitFacts(setting: Setting<unknown>, value: string | null): Pick<Reason, 'limit' | 'limitOrigin'> {
  return { limit: value, limitOrigin: value === null ? 'none' : limitOrigin(setting) }
}
