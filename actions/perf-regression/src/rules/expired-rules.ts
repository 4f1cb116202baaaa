import type { Reason } from '@testwarden/core/model/verdict'
import { WITHOUT_NUMBERS } from '@testwarden/core/model/verdict'
import { expiredRules } from '../judging/metric-policy.js'
import type { Judgement, Subject } from '../subject.js'

/** An excuse that is over excuses nothing any more, and its author should know why the gate is red. */
export function expiredRulesTold({ evidence, config }: Subject): Judgement {
  const expired = expiredRules(config.own, evidence.run.now)
  const reasons = expired.map(
    ({ benchmark, ignore, expires }): Reason => ({
      ruleId: 'expired-ignore',
      title: 'ignored benchmarks',
      outcome: 'warn',
      message: `\`${benchmark}\` is ignored no more since ${expires} (${ignore}): judge it, or set another day.`,
      ...WITHOUT_NUMBERS,
    }),
  )
  return { reasons, findings: [] }
}
