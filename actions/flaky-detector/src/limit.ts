import { limitOrigin, type Setting } from '@testwarden/core/config/field'
import type { Reason } from '@testwarden/core/model/verdict'

/** The limit of a reason. @param value exact decimal; null: there is none */
export function limitFacts(setting: Setting<unknown>, value: string | null): Pick<Reason, 'limit' | 'limitOrigin'> {
  return { limit: value, limitOrigin: value === null ? 'none' : limitOrigin(setting) }
}
