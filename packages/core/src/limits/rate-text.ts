import type { Ratio } from '../model/verdict.js'

/**
 * A ratio as percent with two decimals, rounded towards zero: what is shown never claims more than what was measured,
 * and `100.00` means all of it. null for 0/0, which is no number at all.
 */
export function percentText(ratio: Ratio): string | null {
  if (ratio.denominator === 0) return null
  return hundredths((BigInt(ratio.numerator) * 10_000n) / BigInt(ratio.denominator))
}

/** The difference of two ratios in percentage points with two decimals, rounded towards zero; negative for a drop. */
export function pointsText(actual: Ratio, baseline: Ratio): string | null {
  if (actual.denominator === 0 || baseline.denominator === 0) return null
  const after = BigInt(actual.numerator) * BigInt(baseline.denominator)
  const before = BigInt(baseline.numerator) * BigInt(actual.denominator)
  return hundredths(((after - before) * 10_000n) / (BigInt(actual.denominator) * BigInt(baseline.denominator)))
}

/** `8,412 of 9,930 lines (84.71 %)`; without the percentage for 0/0. */
export function ratioText(ratio: Ratio, noun: string): string {
  const percent = percentText(ratio)
  const counts = `${countText(ratio.numerator)} of ${countText(ratio.denominator)} ${noun}`
  return percent === null ? counts : `${counts} (${percent} %)`
}

/** An integer with a comma between groups of three digits, whatever the machine's locale. */
export function countText(count: number): string {
  const digits = String(count)
  const groups: string[] = []
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end))
  return groups.join(',')
}

function hundredths(value: bigint): string {
  const digits = String(value < 0n ? -value : value).padStart(3, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
