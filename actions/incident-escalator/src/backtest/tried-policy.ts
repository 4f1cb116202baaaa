import type { GateConfig } from '@testwarden/core/action/define-action'
import type { TestCategory } from '@testwarden/core/model/test-category'
import { openAfterOf } from '../config/life-config.js'
import { matrixOf } from '../config/severity-config.js'
import { incidentsConfig } from '../config.js'
import type { LifeRules } from '../life/advance.js'
import type { EscalationPolicy } from '../policy/escalation-policy.js'
import { readPolicy } from '../policy/read-policy.js'
import type { SeverityRule } from '../severity/severity-rule.js'

const DAY_MS = 24 * 60 * 60_000

/** The section of the config file that a replay goes by. */
export const triedIncidents = { gate: 'incidents', config: incidentsConfig } as const

export type TriedSettings = GateConfig<typeof incidentsConfig>

/** What an incident is, who is told of it, and when. */
export interface TriedPolicy {
  readonly escalation: EscalationPolicy
  readonly matrix: readonly SeverityRule[]
  readonly minTests: number
  readonly categories: readonly TestCategory[]
  /** Bad runs in a row that open what is not critical, as written. */
  readonly openAfter: number
  readonly closeAfter: number
  readonly reopenWithinMs: number
}

/** @throws ConfigurationError for names of nobody, and for levels that no incident ever reaches */
export function triedPolicyOf({ own, file }: TriedSettings): TriedPolicy {
  const { policy, errors } = readPolicy(own)
  if (errors[0] !== undefined) throw errors[0]
  return {
    escalation: policy,
    matrix: matrixOf(own),
    minTests: own['min-tests'].value,
    categories: file.categories.value,
    openAfter: openAfterOf(own).low,
    closeAfter: own['close-after'].value,
    reopenWithinMs: own['reopen-within'].value * DAY_MS,
  }
}

/** The life of an incident if so many bad runs opened one. */
export function lifeRulesOf({ escalation, closeAfter }: TriedPolicy, openAfter: number): LifeRules {
  return {
    openAfter: { critical: 1, high: openAfter, medium: openAfter, low: openAfter },
    closeAfter,
    acknowledgedForMs: escalation.ackTimeoutMs,
  }
}
