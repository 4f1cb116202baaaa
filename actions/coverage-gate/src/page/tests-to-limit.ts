import { type Decimal, parseDecimal } from '@testwarden/core/model/decimal'
import type { Ratio, Reason } from '@testwarden/core/model/verdict'

/** The numbers of a reason whose rule compared a rate with a limit. */
export interface Compared {
  readonly actual: Ratio
  /** null: the limit is a floor in percent; otherwise it is how many points the rate may lie below this. */
  readonly before: Ratio | null
  readonly limit: Decimal
}

/** null: nothing was measured, or not as a rate. */
export function comparedOf({ unit, actual, baseline, limit }: Reason): Compared | null {
  const decimal = limit === null ? null : parseDecimal(limit)
  if (decimal === null || !isRatio(actual)) return null
  if (unit === 'percent') return { actual, before: null, limit: decimal }
  return unit === 'points' && isRatio(baseline) ? { actual, before: baseline, limit: decimal } : null
}

/**
 * How many more of what is there must be tested until the rule passes: the smallest n with (covered + n) / total >= limit,
 * and for a drop no more than what brings the untested back to as many as before. 0: the limit is kept.
 */
export function testsToLimit({ actual, before, limit }: Compared): bigint {
  const covered = BigInt(actual.numerator)
  const total = BigInt(actual.denominator)
  const hundred = 100n * 10n ** BigInt(limit.scale)
  if (before === null) return atLeastZero(ceilingOf(limit.units * total, hundred) - covered)
  const [then, all] = [BigInt(before.numerator), BigInt(before.denominator)]
  if (all === 0n) return 0n
  const toRate = ceilingOf(total * (then * hundred - limit.units * all), all * hundred) - covered
  const toUntested = total - covered - (all - then)
  return atLeastZero(toRate < toUntested ? toRate : toUntested)
}

/** The strictest limit of at most two decimals that the measured rate keeps, as an accept would have it. */
export function keptLimit({ actual, before }: Compared): string {
  const [covered, total] = [BigInt(actual.numerator), BigInt(actual.denominator)]
  if (before === null) return hundredthsText((covered * HUNDREDTHS) / total)
  const [then, all] = [BigInt(before.numerator), BigInt(before.denominator)]
  return hundredthsText(ceilingOf((then * total - covered * all) * HUNDREDTHS, all * total))
}

/** Of a percent, in one. */
const HUNDREDTHS = 10_000n

function hundredthsText(hundredths: bigint): string {
  const fraction = (hundredths % 100n).toString().padStart(2, '0').replace(/0+$/, '')
  return `${hundredths / 100n}${fraction === '' ? '' : `.${fraction}`}`
}

/** @param divisor more than 0 */
function ceilingOf(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  return dividend > 0n && dividend % divisor !== 0n ? quotient + 1n : quotient
}

function atLeastZero(value: bigint): bigint {
  return value < 0n ? 0n : value
}

function isRatio(quantity: Reason['actual']): quantity is Ratio {
  return quantity !== null && typeof quantity !== 'number' && quantity.denominator > 0
}
