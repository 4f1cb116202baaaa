import { staysWithinDrop } from '@testwarden/core/limits/threshold'
import { under } from '@testwarden/core/limits/under'
import type { Count } from '@testwarden/core/model/count'
import { countBy } from '@testwarden/core/model/coverage-formula'
import { worstOutcome } from '@testwarden/core/model/outcome'
import type { Reason } from '@testwarden/core/model/verdict'
import { formatPoints } from '@testwarden/core/render/numbers'
import { type RecordedBaseline, soleBaseline } from '../baseline.js'
import type { BaselineFacts } from '../facts.js'
import { unjudged } from '../floor.js'
import { absentUnder, type Limit, limitOf } from '../limit.js'
import { nameBy, notTold, nounOf, type RuleName } from '../rule-name.js'
import { staleBaseline } from '../stale-baseline.js'
import { type Judgement, type Subject, toRatio } from '../subject.js'

const RULE_ID = 'drop'

/** How far the rate may fall below the baseline's by the same formula. */
export function drop(subject: Subject): Judgement {
  const { config, headline } = subject
  const limit = limitOf(config.own.drop, { ruleId: RULE_ID, stricter: 'lower', config })
  if (limit === null) return { reasons: [], findings: [] }
  const name = nameBy(headline, { ruleId: RULE_ID, title: 'project coverage kept' })
  return { reasons: [{ ...judge(subject, { name, limit }), unit: 'points' }], findings: [] }
}

interface DropLimit {
  readonly name: RuleName
  readonly limit: Limit
}

function judge({ config, evidence, totals, headline }: Subject, { name, limit }: DropLimit): Reason {
  const { facts, run } = evidence
  const before = soleBaseline(facts)
  if (before === null) return withoutBaseline(facts.baselines, { name, limit })
  const inconclusive = (message: string) =>
    unjudged(name, limit, { outcome: under(limit.origin, 'inconclusive'), message })
  const stale = staleBaseline(before, run.now, config.shared.baseline)
  if (stale?.origin === 'written') return inconclusive(stale.message)
  const { counting } = headline
  const [now, then] = [countBy(counting, totals), countBy(counting, before.totals)]
  if (now === null) return inconclusive(notTold(name))
  if (now.total === 0) return inconclusive(`The reports list no ${nounOf(counting)} at all, so there is no rate.`)
  if (then === null) return inconclusive(unknownThen(before, name))
  if (then.total === 0) return inconclusive(`The baseline has no ${nounOf(counting)} at all, so there is no rate.`)
  const reason = compare({ now, then }, { name, limit })
  if (stale === null) return reason
  return { ...reason, outcome: worstOutcome([reason.outcome, 'warn']), message: `${reason.message} ${stale.message}` }
}

/** A record of an older version, or of a run whose reports had other data. */
function unknownThen({ sha }: RecordedBaseline, { counted }: RuleName): string {
  const remedy = 'Run the gate on the default branch: that writes a record from which every formula can be computed.'
  return `The record of \`${sha.slice(0, 10)}\` does not tell how many ${counted} were covered. ${remedy}`
}

interface Compared {
  readonly now: Count
  readonly then: Count
}

function compare({ now, then }: Compared, { name, limit }: DropLimit): Reason {
  const isWithin = staysWithinDrop(toRatio(now), toRatio(then), limit.value)
  // Deleting tested code lowers the rate and harms nobody.
  const isHarmless = now.total - now.covered <= then.total - then.covered
  const isOfLines = name.formula === undefined
  const rate = isOfLines ? 'line rate' : `rate of ${name.counted}`
  const moved = `The ${rate} moved by ${formatPoints(toRatio(now), toRatio(then))}`
  const message =
    isHarmless && !isWithin
      ? `${moved} because tested ${name.counted} went away; not one more ${isOfLines ? 'line' : 'of them'} is untested.`
      : `${moved}; a drop of at most ${limit.value} points is allowed.`
  return {
    ...unjudged(name, limit, { outcome: isWithin || isHarmless ? 'pass' : under(limit.origin, 'fail'), message }),
    actual: toRatio(now),
    baseline: toRatio(then),
  }
}

function withoutBaseline(baselines: readonly BaselineFacts[], { name, limit }: DropLimit): Reason {
  const [unreadable] = [...baselines.filter(isUnreadable), ...baselines.filter(isForeign)]
  if (unreadable !== undefined) {
    const message = `${unreadable.reason}${unreadable.remedy === null ? '' : ` ${unreadable.remedy}`}`
    return unjudged(name, limit, { outcome: under(limit.origin, 'inconclusive'), message })
  }
  const none = baselines.find((baseline) => baseline.kind === 'none')
  const message =
    baselines.length > 1
      ? 'The legs of this run have different baselines, which cannot be added up.'
      : (none?.reason ?? 'No baseline was looked up.')
  return unjudged(name, limit, { outcome: absentUnder(limit), message })
}

function isUnreadable(baseline: BaselineFacts): baseline is Extract<BaselineFacts, { kind: 'unreadable' }> {
  return baseline.kind === 'unreadable'
}

function isForeign(baseline: BaselineFacts): baseline is Extract<BaselineFacts, { kind: 'foreign' }> {
  return baseline.kind === 'foreign'
}
