import { staysWithinDrop } from '@testwarden/core/limits/threshold'
import type { Count } from '@testwarden/core/model/count'
import type { Reason } from '@testwarden/core/model/verdict'
import { formatPoints } from '@testwarden/core/render/numbers'
import { type RecordedBaseline, soleBaseline } from '../baseline.js'
import type { BaselineFacts, CoverageFacts } from '../facts.js'
import { type RuleName, unjudged } from '../floor.js'
import { absentUnder, type Limit, limitOf, under } from '../limit.js'
import { type Judgement, type Subject, toRatio } from '../subject.js'

const NAME: RuleName = { ruleId: 'drop', title: 'project coverage kept', counted: 'lines' }

/** How far the line rate may fall below the baseline. */
export function drop({ config, evidence, totals }: Subject): Judgement {
  const limit = limitOf(config.own.drop, { ruleId: NAME.ruleId, stricter: 'lower', config })
  if (limit === null) return { reasons: [], findings: [] }
  return { reasons: [{ ...judge(evidence.facts, totals.lines, limit), unit: 'points' }], findings: [] }
}

function judge(facts: CoverageFacts, lines: Count, limit: Limit): Reason {
  const before = soleBaseline(facts)
  if (before === null) return withoutBaseline(facts.baselines, limit)
  if (lines.total === 0 || before.totals.lines.total === 0) {
    const message = `${lines.total === 0 ? 'The reports list' : 'The baseline has'} no lines at all, so there is no rate.`
    return unjudged(NAME, limit, { outcome: under(limit, 'inconclusive'), message })
  }
  return compare(lines, before, limit)
}

function compare(lines: Count, before: RecordedBaseline, limit: Limit): Reason {
  const then = before.totals.lines
  const points = formatPoints(toRatio(lines), toRatio(then))
  const isWithin = staysWithinDrop(toRatio(lines), toRatio(then), limit.value)
  // Deleting tested code lowers the rate and harms nobody.
  const isHarmless = lines.total - lines.covered <= then.total - then.covered
  const message = isWithin
    ? `The line rate moved by ${points}; a drop of at most ${limit.value} points is allowed.`
    : isHarmless
      ? `The line rate moved by ${points} because tested lines went away; not one more line is untested.`
      : `The line rate moved by ${points}; a drop of at most ${limit.value} points is allowed.`
  return {
    ...unjudged(NAME, limit, { outcome: isWithin || isHarmless ? 'pass' : under(limit, 'fail'), message }),
    actual: toRatio(lines),
    baseline: toRatio(then),
  }
}

function withoutBaseline(baselines: readonly BaselineFacts[], limit: Limit): Reason {
  const unreadable = baselines.find((baseline) => baseline.kind === 'unreadable')
  if (unreadable !== undefined) {
    const message = `${unreadable.reason}${unreadable.remedy === null ? '' : ` ${unreadable.remedy}`}`
    return unjudged(NAME, limit, { outcome: under(limit, 'inconclusive'), message })
  }
  const none = baselines.find((baseline) => baseline.kind === 'none')
  const message =
    baselines.length > 1
      ? 'The legs of this run have different baselines, which cannot be added up.'
      : (none?.reason ?? 'No baseline was looked up.')
  return unjudged(NAME, limit, { outcome: absentUnder(limit), message })
}
