import { tellAccept } from '@testwarden/core/limits/accept'
import type { Reason } from '@testwarden/core/model/verdict'
import { isAccepted, type JudgedMetric, slowdownOf } from '../judging/judged-metric.js'
import { SLOWER_RULE } from '../judging/metric-policy.js'
import { changeText, nameOf, placedName, valuesText } from '../words.js'

/** What is only allowed because a person accepted it is told, each by its name. */
export function acceptedReason(judged: JudgedMetric): readonly Reason[] {
  const { accepted, slowdown } = judged.policy
  if (accepted === null || !isAccepted(judged)) return []
  const reason: Reason = {
    ruleId: SLOWER_RULE,
    title: `speed of ${placedName(judged)}`,
    outcome: 'pass',
    message: `\`${nameOf(judged)}\` is ${changeText(judged)}${judged.inLeg}: ${valuesText(judged)}.`,
    actual: Math.round((slowdownOf(judged) ?? 0) * 100),
    limit: slowdown,
    limitOrigin: 'written',
    unit: 'percent',
    baseline: null,
    accepted,
    subject: nameOf(judged),
    wording: { actual: changeText(judged), limit: `at most ${slowdown} % slower` },
  }
  return [tellAccept(reason)]
}
