import { limitOrigin } from '@testwarden/core/config/field'
import { breaksRelativeLimit, parseRelativeLimit, type RelativeLimit } from '@testwarden/core/limits/relative-limit'
import { under } from '@testwarden/core/limits/under'
import type { Finding } from '@testwarden/core/model/finding'
import type { Reason } from '@testwarden/core/model/verdict'
import { countWord } from '@testwarden/core/render/inline'
import { formatMeasure } from '@testwarden/core/render/measure'
import type { JudgedDirection } from '../config/benchmark-rules-field.js'
import type { MetricFacts, PastMetric, PerfLeg } from '../facts.js'
import { createPolicies, type PolicyOf } from '../judging/metric-policy.js'
import { findingAt } from '../judging/metric-values.js'
import { namedKey } from '../metric-key.js'
import { type Judgement, type Subject, together } from '../subject.js'

const RULE_ID = 'compare-fail'
const NS_PER_S = 1e9

/** Limits between this run and the last one of the base, as pytest-benchmark has them. */
export function relativeLimits(subject: Subject): Judgement {
  const limits = subject.config.own['compare-fail'].value
  return together(
    limits.flatMap((text) => {
      const limit = parseRelativeLimit(text)
      return limit === null ? [] : [judge(limit, { ...subject, text })]
    }),
  )
}

interface LimitSubject extends Subject {
  /** As written. */
  readonly text: string
}

interface Values {
  readonly now: number
  readonly before: number
}

interface Compared extends Values {
  readonly metric: MetricFacts
  readonly isBroken: boolean
}

function judge(limit: RelativeLimit, { evidence, config, text }: LimitSubject): Judgement {
  const policyOf = createPolicies(config, evidence.run.now)
  const compared = evidence.facts.legs.flatMap((leg) => compareLeg(limit, leg, policyOf))
  const broken = compared.filter(({ isBroken }) => isBroken)
  const origin = limitOrigin(config.own['compare-fail'])
  const base = {
    ruleId: RULE_ID,
    title: `change of ${limit.statistic}`,
    unit: 'count',
    baseline: null,
    subject: text,
  } as const
  if (compared.length === 0)
    return { reasons: [{ ...base, ...unknown(evidence.facts.legs, text), limitOrigin: origin }], findings: [] }
  const reason: Reason = {
    ...base,
    outcome: broken.length > 0 ? under(origin, 'fail') : 'pass',
    message: messageOf(broken, { compared, text }),
    actual: broken.length,
    limit: '0',
    limitOrigin: origin,
    things: Math.max(1, broken.length),
    wording: { actual: `${countWord(broken.length, 'benchmark')} beyond`, limit: text },
  }
  return { reasons: [reason], findings: broken.map((each) => findingOf(each, text)) }
}

/** A benchmark that the base does not have is not compared. Seconds mean something for times only. */
function compareLeg(limit: RelativeLimit, { metrics, past }: PerfLeg, policyOf: PolicyOf): readonly Compared[] {
  const baseline = past.kind === 'known' ? past.baseline : null
  if (baseline === null) return []
  const before = new Map(baseline.metrics.map((metric) => [metric.key, metric]))
  return metrics.flatMap((metric): Compared[] => {
    const then = before.get(metric.key)
    if (metric.kind !== 'benchmark' || then === undefined || then.unit !== metric.unit) return []
    const { ignored, direction } = policyOf(metric)
    if (ignored !== null || direction === null || (limit.kind === 'difference' && metric.unit !== 'ns')) return []
    const values = statisticOf(limit, metric, then)
    if (values === null) return []
    return [{ metric, ...values, isBroken: isBrokenBy(limit, values, direction) }]
  })
}

/** Of what may go neither way, both count. */
function isBrokenBy(limit: RelativeLimit, { now, before }: Values, direction: JudgedDirection): boolean {
  const breaks = (worse: number, better: number): boolean =>
    breaksRelativeLimit(limit, { now: worse / NS_PER_S, before: better / NS_PER_S })
  if (direction === 'higher') return breaks(before, now)
  return breaks(now, before) || (direction !== 'lower' && breaks(before, now))
}

function statisticOf({ statistic }: RelativeLimit, metric: MetricFacts, then: PastMetric): Values | null {
  const [now, before] = [metric.stats?.[statistic] ?? null, then.stats?.[statistic] ?? null]
  return now === null || before === null ? null : { now, before }
}

function unknown(
  legs: readonly PerfLeg[],
  text: string,
): Pick<Reason, 'outcome' | 'message' | 'actual' | 'limit' | 'wording'> {
  const reasons = legs.flatMap(({ past }) => (past.kind === 'known' ? [] : [past.reason]))
  const why = reasons[0] ?? 'The history has no run of these benchmarks on this processor.'
  return {
    outcome: 'inconclusive',
    message: `Nothing to compare with. ${why}`,
    actual: null,
    limit: '0',
    wording: { limit: text },
  }
}

function messageOf(
  broken: readonly Compared[],
  { compared, text }: { readonly compared: readonly Compared[]; readonly text: string },
): string {
  const [first] = broken
  if (first === undefined) return `None of ${countWord(compared.length, 'benchmark')} changed beyond ${text}.`
  const more = broken.length > 1 ? ` and ${countWord(broken.length - 1, 'other')}` : ''
  return `\`${namedKey(first.metric.key).name}\`${more} changed beyond ${text}: ${changeText(first)}.`
}

function changeText({ metric, now, before }: Compared): string {
  return `${formatMeasure(before, metric.unit)} became ${formatMeasure(now, metric.unit)}`
}

function findingOf(compared: Compared, text: string): Finding {
  const { name } = namedKey(compared.metric.key)
  return findingAt(compared.metric, {
    ruleId: RULE_ID,
    level: 'error',
    title: `${name} changed beyond ${text}`,
    message: `${changeText(compared)}.`,
    dedupKey: `${RULE_ID}:${text}:${name}`,
  })
}
