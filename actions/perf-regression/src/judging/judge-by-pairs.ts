import type { GateConfig } from '@testwarden/core/action/define-action'
import { median } from '@testwarden/stats/median'
import type { perfConfig } from '../config.js'
import type { PerfLeg } from '../facts.js'
import type { PairedMetric } from '../paired/facts.js'
import type { JudgedMetric as PairedJudgement, PairState } from '../paired/judge-metric.js'
import { judgePairs } from '../paired/judge-pairs.js'
import { pairPolicyOf } from '../paired/pair-policy.js'
import type { Interval, JudgedMetric, MetricState } from './judged-metric.js'

/** What pairs say of a metric, in the words of all judgements. */
export type ByPairs = Omit<JudgedMetric, 'leg' | 'inLeg' | 'metric' | 'policy' | 'recent'>

const STATES: Readonly<Record<PairState, MetricState | null>> = {
  regressed: 'slower',
  improved: 'faster',
  unchanged: 'unchanged',
  inconclusive: 'inconclusive',
  'too-noisy': 'too-noisy',
  new: 'new',
  'unit-changed': 'unit-changed',
  zero: 'below-clock',
  // Told as missing, and not judged as a value.
  gone: null,
  failed: null,
  'not-judged': null,
}

/** By the keys of metrics; empty where nothing was measured in pairs. @param now ISO 8601, UTC */
export function judgeByPairs(
  { paired }: Pick<PerfLeg, 'paired'>,
  config: GateConfig<typeof perfConfig>,
  now: string,
): ReadonlyMap<string, ByPairs> {
  if (paired === null || paired.outcome.kind !== 'measured') return new Map()
  const policy = pairPolicyOf(config, now)
  const { metrics } = judgePairs(paired, policy)
  const found = metrics.map((judged, index) => [judged.key, judgementOf(judged, paired.metrics[index])] as const)
  return new Map(found.flatMap(([key, judged]) => (judged === null ? [] : [[key, judged] as const])))

  function judgementOf(judged: PairedJudgement, measured: PairedMetric | undefined): ByPairs | null {
    const state = STATES[judged.state]
    if (state === null || measured === undefined) return null
    const isInverted = policy.limitOf(measured)?.worse === 'less'
    return { state, ...valuesOf(measured), ...effectOf(judged, isInverted ? invert : keep), by: 'pairs', since: null }
  }
}

function valuesOf({ screen, confirm }: PairedMetric): Pick<JudgedMetric, 'before' | 'now'> {
  const pairs = confirm.length > 0 ? confirm : screen
  if (pairs.length === 0) return { before: null, now: Number.NaN }
  return { before: median(pairs.map(([base]) => base)), now: median(pairs.map(([, head]) => head)) }
}

type Turn = (interval: Interval) => Interval

/** Pairs say how much worse it is; where more is better the value itself went the other way. */
const invert: Turn = ({ lower, upper }) => ({ lower: 1 / upper, upper: 1 / lower })
const keep: Turn = (interval) => interval

function effectOf(
  { effect, state }: PairedJudgement,
  turn: Turn,
): Pick<JudgedMetric, 'ratio' | 'interval' | 'evidence' | 'pairsNeeded' | 'visible'> {
  if (effect === null) return { ratio: null, interval: null, evidence: 0, pairsNeeded: null, visible: null }
  const { ratio, lower, upper, pairs, smallestVisible, pairsNeeded } = effect
  return {
    ratio: turn({ lower: ratio, upper: ratio }).lower,
    interval: lower === null || upper === null ? null : turn({ lower, upper }),
    evidence: pairs,
    pairsNeeded: state === 'inconclusive' ? pairsNeeded : null,
    visible: smallestVisible - 1,
  }
}
