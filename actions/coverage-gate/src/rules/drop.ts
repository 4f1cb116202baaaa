import { staysWithinDrop } from '@testwarden/core/limits/threshold'
import type { Count } from '@testwarden/core/model/count'
import { worstOutcome } from '@testwarden/core/model/outcome'
import type { Reason } from '@testwarden/core/model/verdict'
import { formatPoints } from '@testwarden/core/render/numbers'
import { type RecordedBaseline, soleBaseline } from '../baseline.js'
import type { BaselineFacts } from '../facts.js'
import { type RuleName, unjudged } from '../floor.js'
import { absentUnder, type Limit, limitOf, under } from '../limit.js'
import { staleBaseline } from '../stale-baseline.js'
import { type Judgement, type Subject, toRatio } from '../subject.js'

const NAME: RuleName = { ruleId: 'drop', title: 'project coverage kept', counted: 'lines' }

/** How far the line rate may fall below the baseline. */
export function drop({ config, evidence, totals }: Subject): Judgement {
  const limit = limitOf(config.own.drop, { ruleId: NAME.ruleId, stricter: 'lower', config })
  if (limit === null) return { reasons: [], findings: [] }
  return { reasons: [{ ...judge({ config, evidence, totals }, limit), unit: 'points' }], findings: [] }
}

type Judged = Pick<Subject, 'config' | 'evidence' | 'totals'>

function judge({ config, evidence, totals: { lines } }: Judged, limit: Limit): Reason {
  const { facts, run } = evidence
  const before = soleBaseline(facts)
  if (before === null) return withoutBaseline(facts.baselines, limit)
  const stale = staleBaseline(before, run.now, config.shared.baseline)
  if (stale?.origin === 'written')
    return unjudged(NAME, limit, { outcome: under(limit, 'inconclusive'), message: stale.message })
  if (lines.total === 0 || before.totals.lines.total === 0) {
    const message = `${lines.total === 0 ? 'The reports list' : 'The baseline has'} no lines at all, so there is no rate.`
    return unjudged(NAME, limit, { outcome: under(limit, 'inconclusive'), message })
  }
  const reason = compare(lines, before, limit)
  if (stale === null) return reason
  return { ...reason, outcome: worstOutcome([reason.outcome, 'warn']), message: `${reason.message} ${stale.message}` }
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
  const [unreadable] = [...baselines.filter(isUnreadable), ...baselines.filter(isForeign)]
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

function isUnreadable(baseline: BaselineFacts): baseline is Extract<BaselineFacts, { kind: 'unreadable' }> {
  return baseline.kind === 'unreadable'
}

function isForeign(baseline: BaselineFacts): baseline is Extract<BaselineFacts, { kind: 'foreign' }> {
  return baseline.kind === 'foreign'
}
