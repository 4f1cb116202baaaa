import type { Count } from '@testwarden/core/model/count'
import { plainInteger } from '../../text/plain-integer.js'

/** The fraction of `condition-coverage="50% (1/2)"`, made sane. */
export interface ConditionCoverage {
  readonly count: Count
  /** For people, when the fraction had to be changed; null otherwise. */
  readonly oddity: string | null
}

/**
 * Trusts only `(covered/total)`: the percentage beside it is rounded by some tools and wrong in others.
 * @returns null without a readable fraction
 */
export function readConditionCoverage(text: string): ConditionCoverage | null {
  const open = text.lastIndexOf('(')
  const slash = text.indexOf('/', open)
  const close = text.indexOf(')', slash)
  if (open === -1 || slash === -1 || close === -1) return null
  const isNegative = text.charCodeAt(open + 1) === 0x2d
  const covered = plainInteger(text, isNegative ? open + 2 : open + 1, slash)
  const total = plainInteger(text, slash + 1, close)
  if (covered < 0 || total < 0) return null
  if (isNegative) return { count: { covered: 0, total }, oddity: 'a negative number of covered branches counts as 0' }
  if (covered > total)
    return { count: { covered: total, total }, oddity: 'more covered branches than there are count as all of them' }
  return { count: { covered, total }, oddity: null }
}
