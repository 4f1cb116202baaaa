import { reachesFloor } from '@testwarden/core/limits/threshold'
import { under } from '@testwarden/core/limits/under'
import type { Count } from '@testwarden/core/model/count'
import type { Outcome } from '@testwarden/core/model/outcome'
import type { Reason } from '@testwarden/core/model/verdict'
import { formatFraction, formatPercent } from '@testwarden/core/render/numbers'
import type { Limit } from './limit.js'
import type { RuleName } from './rule-name.js'
import { toRatio } from './subject.js'

/** Judges a count that is more than nothing against a floor in percent. */
export function judgeFloor(name: RuleName, count: Count, limit: Limit): Reason {
  const isReached = reachesFloor(toRatio(count), limit.value)
  const verb = isReached ? 'reach' : 'are below'
  return {
    ...reasonOf(name, limit),
    outcome: isReached ? 'pass' : under(limit.origin, 'fail'),
    message: `${countsText(count, name, limit)} ${verb} ${limit.value} %.`,
    actual: toRatio(count),
  }
}

/** A reason without numbers: the rule was skipped or had nothing to judge. */
export function unjudged(
  name: RuleName,
  limit: Limit,
  why: { readonly outcome: Outcome; readonly message: string },
): Reason {
  return { ...reasonOf(name, limit), ...why, actual: null }
}

export function countsText(count: Count, name: RuleName, limit: Limit): string {
  const ratio = toRatio(count)
  return formatFraction(ratio, { counted: name.counted, percent: formatPercent(ratio, limit.value) })
}

function reasonOf(name: RuleName, limit: Limit): Omit<Reason, 'outcome' | 'message' | 'actual'> {
  return {
    ruleId: name.ruleId,
    title: name.title,
    limit: limit.value,
    limitOrigin: limit.origin,
    unit: 'percent',
    baseline: null,
    ...(name.formula === undefined ? {} : { formula: name.formula }),
    wording: { counted: name.counted },
    ...(name.subject === undefined ? {} : { subject: name.subject }),
    ...(limit.accepted === null ? {} : { accepted: limit.accepted }),
  }
}
