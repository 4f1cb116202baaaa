/** A decimal number without rounding: `units` x 10^-`scale`. `90.5` is 905 at scale 1. */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

const DECIMAL = /^([+-]?)(\d{1,15})(?:\.(\d{1,15}))?$/

/** null when the text is no plain decimal number; exponents and thousands separators are refused on purpose. */
export function parseDecimal(text: string): Decimal | null {
  const match = DECIMAL.exec(text.trim())
  if (match === null) return null
  const [, sign, whole = '', fraction = ''] = match
  const units = BigInt(whole + fraction)
  return { units: sign === '-' ? -units : units, scale: fraction.length }
}

/** Negative, zero or positive, as in a sort. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const scale = Math.max(left.scale, right.scale)
  const difference = atScale(left, scale) - atScale(right, scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

function atScale(decimal: Decimal, scale: number): bigint {
  return decimal.units * 10n ** BigInt(scale - decimal.scale)
}
