import type { Request } from '@testwarden/core/model/request'
import { planPairs } from './planning/plan-pairs.js'
import type { PairSubject } from './subject.js'

/** The next process of the pairs, if there is one: one at a time, so that the time budget can be kept. */
export function askPairs(subject: PairSubject): readonly Request[] {
  const request = planPairs(subject)?.request ?? null
  return request === null ? [] : [request]
}
