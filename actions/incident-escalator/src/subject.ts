import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Finding } from '@testwarden/core/model/finding'
import type { Reason } from '@testwarden/core/model/verdict'
import { openAfterOf } from './config/life-config.js'
import { targetNames } from './config/target-names.js'
import type { incidentsConfig } from './config.js'
import { type DetectedTroubles, detectTroubles } from './detect/detect-troubles.js'
import type { IncidentsFacts } from './facts.js'
import { type KnownIncidents, knownIncidents } from './known/known-incidents.js'
import type { LifeRules } from './life/advance.js'
import { planIncidents } from './plan/plan-incidents.js'
import type { IncidentPlan } from './plan/planned-incident.js'
import type { EscalationPolicy } from './policy/escalation-policy.js'
import { readPolicy } from './policy/read-policy.js'
import { keepsIncidents } from './standing/roles.js'
import { createTeller, type Teller } from './standing/signs.js'

/** What every rule, the changes and the page look at. */
export interface Subject {
  readonly evidence: Evidence<IncidentsFacts>
  readonly config: GateConfig<typeof incidentsConfig>
  readonly policy: EscalationPolicy
  readonly detected: DetectedTroubles
  readonly teller: Teller
  /** null: this run keeps no incidents, or could not see them. */
  readonly known: KnownIncidents | null
  /** null: likewise. */
  readonly plan: IncidentPlan | null
}

/** Pure. No reason at all means that nobody set a limit. */
export type Rule = (subject: Subject) => Judgement

export interface Judgement {
  readonly reasons: readonly Reason[]
  readonly findings: readonly Finding[]
}

const known = new WeakMap<Evidence<IncidentsFacts>, Subject>()

/** Verdict, changes and page ask for the same one after the other. */
export function subjectOf(evidence: Evidence<IncidentsFacts>, config: GateConfig<typeof incidentsConfig>): Subject {
  const last = known.get(evidence)
  if (last?.config === config) return last
  const subject = judge(evidence, config)
  known.set(evidence, subject)
  return subject
}

function judge(evidence: Evidence<IncidentsFacts>, config: GateConfig<typeof incidentsConfig>): Subject {
  const { policy } = readPolicy(config.own)
  const detected = detectTroubles(evidence, config)
  const teller = createTeller({ evidence, config, detected })
  const subject = { evidence, config, policy, detected, teller }
  const incidents = keepsIncidents(evidence.run, config) ? knownIncidents(evidence, config.own) : null
  return { ...subject, known: incidents, plan: incidents === null ? null : planOf(subject, incidents) }
}

function planOf(
  { evidence, config, policy, detected, teller }: Omit<Subject, 'known' | 'plan'>,
  incidents: KnownIncidents,
): IncidentPlan {
  const { own } = config
  return planIncidents({
    troubles: detected.troubles,
    known: incidents,
    teller,
    rules: lifeRules(config, policy),
    policy,
    targets: new Set(targetNames(own)),
    reopenDays: own['reopen-within'].value,
    most: own['issues-max'].value,
    now: evidence.run.now,
  })
}

function lifeRules({ own }: GateConfig<typeof incidentsConfig>, { ackTimeoutMs }: EscalationPolicy): LifeRules {
  return {
    openAfter: openAfterOf(own),
    closeAfter: Math.max(1, own['close-after'].value),
    acknowledgedForMs: ackTimeoutMs,
  }
}
