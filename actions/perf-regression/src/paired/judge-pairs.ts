import { holmAdjust } from '@testwarden/stats/holm'
import type { PairedFacts } from './facts.js'
import { judgeMachine, type MachineJudgement } from './judge-machine.js'
import { type Confirmation, confirmationPValue, type JudgedMetric, judgeMetric } from './judge-metric.js'
import type { PairPolicy } from './pair-policy.js'

/** What pairs say of every metric, and of the machine that they ran on. */
export interface PairJudgement {
  /** In the order of the facts. */
  readonly metrics: readonly JudgedMetric[]
  readonly machine: MachineJudgement
}

/**
 * Judges what was measured; nothing is measured for it. Pure, and the same wherever the facts are.
 *
 * A slowdown is confirmed when one-sided exact signed-rank tests of the fresh pairs say so, of the part that exceeds the
 * tolerance, at the promised rate over all candidates (Holm).
 */
export function judgePairs(
  facts: Pick<PairedFacts, 'metrics' | 'rounds' | 'planned' | 'wanted'>,
  policy: PairPolicy,
): PairJudgement {
  const confirmations = confirmationsOf(facts, policy)
  const { falseAlarmRate } = policy
  const confirmPairs = facts.planned.confirm > 0 ? facts.planned.confirm : facts.wanted.confirm
  const plan = { falseAlarmRate, candidates: Math.max(1, confirmations.size), confirmPairs }
  const metrics = facts.metrics.map((metric) =>
    judgeMetric(metric, { policy, plan, confirmation: confirmations.get(metric.key) ?? null }),
  )
  return { metrics, machine: judgeMachine(facts.rounds) }
}

/** Of every candidate, whether fresh pairs of it could be measured or not: the promise is one for all of them. */
function confirmationsOf(
  { metrics }: Pick<PairedFacts, 'metrics'>,
  policy: PairPolicy,
): ReadonlyMap<string, Confirmation> {
  const candidates = metrics.flatMap((metric) => {
    const limit = metric.isCandidate ? policy.limitOf(metric) : null
    return limit === null ? [] : [{ key: metric.key, pValue: confirmationPValue(metric, limit) }]
  })
  const adjusted = holmAdjust(candidates.map(({ pValue }) => pValue))
  return new Map(
    candidates.map(({ key, pValue }, index) => [
      key,
      { pValue, isConfirmed: (adjusted[index] ?? 1) <= policy.falseAlarmRate },
    ]),
  )
}
