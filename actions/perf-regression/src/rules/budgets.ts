import { limitOrigin } from '@testwarden/core/config/field'
import { under } from '@testwarden/core/limits/under'
import type { Finding } from '@testwarden/core/model/finding'
import type { Reason } from '@testwarden/core/model/verdict'
import { countWord } from '@testwarden/core/render/inline'
import { formatMeasure } from '@testwarden/core/render/measure'
import type { Budget } from '../config/budget-field.js'
import { createNamePattern } from '../config/name-pattern.js'
import type { MetricFacts } from '../facts.js'
import { createPolicies } from '../judging/metric-policy.js'
import { findingAt, medianOf } from '../judging/metric-values.js'
import { metricsOf } from '../judging/metrics-of.js'
import { namedKey } from '../metric-key.js'
import { type Judgement, type Subject, together } from '../subject.js'

const RULE_ID = 'budget'

/** What a benchmark may take, whatever it took before. Every budget is told, kept or broken. */
export function budgets(subject: Subject): Judgement {
  return together(subject.config.own.budgets.value.map((budget) => judge(budget, subject)))
}

function judge(budget: Budget, { evidence, config }: Subject): Judgement {
  const isMeant = createNamePattern(budget.benchmark)
  const policyOf = createPolicies(config, evidence.run.now)
  const metrics = metricsOf(evidence.facts).filter(
    ({ key, kind, unit }) => kind === 'benchmark' && unit === budget.unit && isMeant(namedKey(key).subject),
  )
  const judged = metrics.flatMap((metric): readonly MetricFacts[] => {
    const { ignored, direction } = policyOf(metric)
    if (ignored !== null) return []
    return direction === 'lower' || direction === 'higher' ? [{ ...metric, direction }] : [metric]
  })
  if (judged.length === 0) return { reasons: [unmeasured(budget, metrics.length)], findings: [] }
  const worst = judged.reduce((left, right) => (excessOf(right, budget) > excessOf(left, budget) ? right : left))
  const broken = judged.filter((metric) => excessOf(metric, budget) > 0)
  const origin = limitOrigin(config.own.budgets)
  const reason: Reason = {
    ...baseOf(budget),
    outcome: broken.length > 0 ? under(origin, 'fail') : 'pass',
    message: messageOf(budget, { judged, broken, worst }),
    actual: Math.round(medianOf(worst)),
    limit: String(budget.value),
    limitOrigin: origin,
    things: Math.max(1, broken.length),
    wording: { actual: formatMeasure(medianOf(worst), worst.unit), limit: limitText(budget, worst) },
  }
  return { reasons: [reason], findings: broken.map((metric) => findingOf(metric, budget)) }
}

function baseOf(budget: Budget): Pick<Reason, 'ruleId' | 'title' | 'unit' | 'baseline' | 'subject'> {
  return {
    ruleId: RULE_ID,
    title: `budget of ${budget.benchmark}`,
    unit: 'count',
    baseline: null,
    subject: budget.benchmark,
  }
}

/** Above 0: broken. Where more is better, what is below the limit breaks it. */
function excessOf(metric: MetricFacts, { value }: Budget): number {
  return metric.direction === 'higher' ? value - medianOf(metric) : medianOf(metric) - value
}

function unmeasured(budget: Budget, ignored: number): Reason {
  const message =
    ignored > 0
      ? `Every benchmark that \`${budget.benchmark}\` means is ignored.`
      : `No report has a benchmark \`${budget.benchmark}\` in ${budget.unit}, so nobody knows whether the budget is kept.`
  return {
    ...baseOf(budget),
    outcome: ignored > 0 ? 'skipped' : 'inconclusive',
    message,
    actual: null,
    limit: String(budget.value),
    limitOrigin: 'written',
    wording: { actual: 'not measured', limit: `at most ${budget.text}` },
  }
}

interface Judged {
  readonly judged: readonly MetricFacts[]
  readonly broken: readonly MetricFacts[]
  readonly worst: MetricFacts
}

function messageOf(budget: Budget, { judged, broken, worst }: Judged): string {
  const took = `\`${namedKey(worst.key).name}\` ${tookText(worst)}`
  const limit = limitText(budget, worst)
  if (broken.length === 0) return `${took}, the worst of ${countWord(judged.length, 'benchmark')}; ${limit}.`
  const more =
    broken.length > 1
      ? `, and ${countWord(broken.length - 1, 'other')} break${broken.length === 2 ? 's' : ''} it too`
      : ''
  return `${took}; ${limit}${more}.`
}

function tookText(metric: MetricFacts): string {
  return `${metric.unit === 'ns' ? 'takes' : 'has'} ${formatMeasure(medianOf(metric), metric.unit)}`
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function limitText({ text }: Budget, { direction }: MetricFacts): string {
  return direction === 'higher' ? `at least ${text}` : `at most ${text}`
}

function findingOf(metric: MetricFacts, budget: Budget): Finding {
  const { name } = namedKey(metric.key)
  return findingAt(metric, {
    ruleId: RULE_ID,
    level: 'error',
    title: `${name} breaks its budget`,
    message: `${capitalised(tookText(metric))}; ${limitText(budget, metric)}.`,
    dedupKey: `${RULE_ID}:${budget.benchmark}:${name}`,
  })
}
