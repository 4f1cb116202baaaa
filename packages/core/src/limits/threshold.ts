import { type Decimal, parseDecimal } from '../model/decimal.js'
import type { Ratio } from '../model/verdict.js'

/**
 * Whether a ratio reaches a floor given in percent, compared as products of integers: 98.50 % never passes a floor of
 * 98.51, however either is displayed.
 * @param floor exact decimal, such as `90` or `84.71`
 */
export function reachesFloor(actual: Ratio, floor: string): boolean {
  const { units, scale } = requireDecimal(floor)
  return BigInt(actual.numerator) * 100n * 10n ** BigInt(scale) >= units * BigInt(actual.denominator)
}

/**
 * Whether a ratio is at most a ceiling given in percent, compared as products of integers.
 * @param ceiling exact decimal, such as `5` or `0.5`
 */
export function staysBelow(actual: Ratio, ceiling: string): boolean {
  const { units, scale } = requireDecimal(ceiling)
  return BigInt(actual.numerator) * 100n * 10n ** BigInt(scale) <= units * BigInt(actual.denominator)
}

/**
 * Whether a ratio fell by at most so many percentage points below its baseline. A rise is never a drop.
 * @param limit exact decimal in points, such as `0.1`
 */
export function staysWithinDrop(actual: Ratio, baseline: Ratio, limit: string): boolean {
  const { units, scale } = requireDecimal(limit)
  const before = BigInt(baseline.numerator) * BigInt(actual.denominator)
  const after = BigInt(actual.numerator) * BigInt(baseline.denominator)
  const denominators = BigInt(actual.denominator) * BigInt(baseline.denominator)
  return (before - after) * 100n * 10n ** BigInt(scale) <= units * denominators
}

function requireDecimal(text: string): Decimal {
  const decimal = parseDecimal(text)
  if (decimal === null) throw new TypeError(`not an exact decimal: ${JSON.stringify(text)}`)
  return decimal
}
