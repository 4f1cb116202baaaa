import type { GateConfig } from '@testwarden/core/action/define-action'
import { limitOrigin, type Section, type Setting } from '@testwarden/core/config/field'
import { type LimitedRule, limitInForce } from '@testwarden/core/limits/accept'
import type { Outcome } from '@testwarden/core/model/outcome'
import type { AcceptedLimit, LimitOrigin } from '@testwarden/core/model/verdict'

/** A limit that is in force. */
export interface Limit {
  /** Exact decimal. */
  readonly value: string
  readonly origin: Exclude<LimitOrigin, 'none'>
  /** The entry of the accepts file that lowered it; null without one. */
  readonly accepted: AcceptedLimit | null
}

/** Whose limit it is. */
export interface LimitOwner extends Pick<LimitedRule, 'ruleId' | 'stricter'> {
  readonly subject?: string
  readonly config: Pick<GateConfig<Section>, 'accepts'>
}

export function limitOf(setting: Setting<string | null>, owner: LimitOwner): Limit | null {
  const origin = limitOrigin(setting)
  return setting.value === null || origin === 'none' ? null : withAccepts({ value: setting.value, origin }, owner)
}

/** The limit after the accepts in force had their say. */
export function withAccepts({ value, origin }: Omit<Limit, 'accepted'>, owner: LimitOwner): Limit {
  const { ruleId, stricter, subject = null, config } = owner
  const { limit, accepted } = limitInForce({ ruleId, subject, stricter, limit: value }, config.accepts)
  return { value: limit, origin, accepted }
}

/** For evidence that a limit needs and reports need not have: only who wrote the limit asked for it. */
export function absentUnder(limit: Pick<Limit, 'origin'>): Outcome {
  return limit.origin === 'written' ? 'inconclusive' : 'skipped'
}
