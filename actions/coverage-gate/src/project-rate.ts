import type { Setting } from '@testwarden/core/config/field'
import { under } from '@testwarden/core/limits/under'
import type { Count } from '@testwarden/core/model/count'
import type { Reason } from '@testwarden/core/model/verdict'
import { soleBaseline } from './baseline.js'
import { judgeFloor, unjudged } from './floor.js'
import { absentUnder, limitOf } from './limit.js'
import { notTold, type RuleName } from './rule-name.js'
import type { Judgement, Subject } from './subject.js'
import { countedFiles, toRatio } from './subject.js'

export interface ProjectRate {
  readonly name: RuleName
  readonly setting: Setting<string | null>
  /** null: no report says anything about this. */
  readonly count: Count | null
  /** The same count in a baseline's totals. */
  readonly baseline: (totals: NonNullable<ReturnType<typeof soleBaseline>>['totals']) => Count | null
}

/** One of the project's rates against its floor. */
export function judgeProjectRate(
  { name, setting, count, baseline }: ProjectRate,
  { config, evidence: { facts } }: Subject,
): Judgement {
  const limit = limitOf(setting, { ruleId: name.ruleId, stricter: 'higher', config })
  if (limit === null) return { reasons: [], findings: [] }
  if (count === null) {
    const message = name.formula === undefined ? `No report lists ${name.counted}.` : notTold(name)
    return only(unjudged(name, limit, { outcome: absentUnder(limit), message }))
  }
  if (count.total === 0) {
    const missing = countedFiles(facts).length === 0 ? 'file here' : `${name.counted} at all`
    const message = `The reports list no ${missing}, so there is no rate.`
    return only(unjudged(name, limit, { outcome: under(limit.origin, 'inconclusive'), message }))
  }
  const before = soleBaseline(facts)
  const then = before === null ? null : baseline(before.totals)
  return only({ ...judgeFloor(name, count, limit), baseline: then === null ? null : toRatio(then) })
}

function only(reason: Reason): Judgement {
  return { reasons: [reason], findings: [] }
}
