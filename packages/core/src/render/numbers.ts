import { compareDecimals, type Decimal, parseDecimal } from '../model/decimal.js'
import type { Ratio } from '../model/verdict.js'

/** What stands where there is no value. */
export const NO_VALUE = '–'

/** What rounding must never reach. */
const EXTREMES: readonly Decimal[] = [wholePercent(0n), wholePercent(100n)]

/** `8,412` */
export function formatInteger(value: number | bigint): string {
  return group(value.toString())
}

/**
 * `85.0 %`. Never shows a value that crosses the limit: 84.996 against 85 reads `84.996 %`. `0 %` and `100 %` stand for
 * exactly that.
 * @param limit exact decimal in percent, null without one; its digits are the least that are shown
 */
export function formatPercent(ratio: Ratio, limit: string | null): string {
  const decimal = limit === null ? null : parseDecimal(limit)
  return percentText(ratio, {
    limits: decimal === null ? [] : [decimal],
    digits: Math.max(1, decimal?.scale ?? 1),
  })
}

/** `17 of 20 lines (85.0 %)`; nothing of nothing is `no lines`, or a dash where nobody says what was counted. */
export function formatFraction(
  ratio: Ratio,
  detail: { readonly counted: string | null; readonly percent: string },
): string {
  const counted = detail.counted === null ? '' : ` ${detail.counted}`
  if (ratio.denominator === 0) return counted === '' ? NO_VALUE : `no${counted}`
  return `${formatInteger(ratio.numerator)} of ${formatInteger(ratio.denominator)}${counted} (${detail.percent})`
}

/**
 * Two rates that a drop is measured between, with so many digits that the difference of what is shown falls on the same
 * side of the limit as the true difference.
 * @param limit exact decimal in points
 */
export function formatPercentPair(
  actual: Ratio,
  baseline: Ratio,
  limit: string | null,
): { readonly actual: string; readonly baseline: string } {
  const decimal = limit === null ? null : parseDecimal(limit)
  let digits = (decimal?.scale ?? 1) + 1
  while (!showsSameDrop({ actual, baseline, limit: decimal, digits })) digits++
  return {
    actual: percentText(actual, { limits: [], digits }),
    baseline: percentText(baseline, { limits: [], digits }),
  }
}

/** `-0.11 points`, `+0.30 points`, `±0 points`: how far one rate lies above another. */
export function formatPoints(actual: Ratio, baseline: Ratio): string {
  if (actual.denominator === 0 || baseline.denominator === 0) return NO_VALUE
  const numerator = pointsNumerator(actual, baseline)
  if (numerator === 0n) return '±0 points'
  const fraction = { numerator, denominator: BigInt(actual.denominator) * BigInt(baseline.denominator) }
  const text = decimalText(fraction, { limits: [wholePercent(0n)], digits: 2 })
  return `${numerator > 0n ? '+' : ''}${text} points`
}

interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

interface Precision {
  readonly limits: readonly Decimal[]
  readonly digits: number
}

function percentText(ratio: Ratio, precision: Precision): string {
  if (ratio.denominator === 0) return NO_VALUE
  const fraction = { numerator: BigInt(ratio.numerator) * 100n, denominator: BigInt(ratio.denominator) }
  if (fraction.numerator === 0n) return '0 %'
  if (fraction.numerator === fraction.denominator * 100n) return '100 %'
  return `${decimalText(fraction, { ...precision, limits: [...precision.limits, ...EXTREMES] })} %`
}

/**
 * Digits are added until what is shown lies on the same side of each limit as the value itself. That ends: a fraction
 * of doubles differs from a decimal of 15 digits, where it does, within some 50 digits.
 */
function decimalText(fraction: Fraction, { limits, digits }: Precision): string {
  let shown = { units: round(fraction, digits), scale: digits }
  while (!limits.every((limit) => sideOf(fraction, limit) === Math.sign(compareDecimals(shown, limit)))) {
    const scale = shown.scale + 1
    shown = { units: round(fraction, scale), scale }
  }
  return write(shown)
}

/** -1 below the limit, 0 on it, 1 above. */
function sideOf({ numerator, denominator }: Fraction, limit: Decimal): number {
  const left = numerator * 10n ** BigInt(limit.scale)
  const right = limit.units * denominator
  return left < right ? -1 : left > right ? 1 : 0
}

interface Drop {
  readonly actual: Ratio
  readonly baseline: Ratio
  readonly limit: Decimal | null
  readonly digits: number
}

function showsSameDrop({ actual, baseline, limit, digits }: Drop): boolean {
  if (limit === null || actual.denominator === 0 || baseline.denominator === 0) return true
  const shown = round(percentFraction(baseline), digits) - round(percentFraction(actual), digits)
  const drop = {
    numerator: -pointsNumerator(actual, baseline),
    denominator: BigInt(actual.denominator) * BigInt(baseline.denominator),
  }
  return sideOf(drop, limit) === Math.sign(compareDecimals({ units: shown, scale: digits }, limit))
}

function percentFraction(ratio: Ratio): Fraction {
  return { numerator: BigInt(ratio.numerator) * 100n, denominator: BigInt(ratio.denominator) }
}

function pointsNumerator(actual: Ratio, baseline: Ratio): bigint {
  const after = BigInt(actual.numerator) * BigInt(baseline.denominator)
  const before = BigInt(baseline.numerator) * BigInt(actual.denominator)
  return (after - before) * 100n
}

/** Half away from zero. */
function round({ numerator, denominator }: Fraction, scale: number): bigint {
  const doubled = numerator * 10n ** BigInt(scale) * 2n
  const away = doubled < 0n ? -denominator : denominator
  return (doubled + away) / (denominator * 2n)
}

function write(decimal: Decimal): string {
  const sign = decimal.units < 0n ? '-' : ''
  const digits = (decimal.units < 0n ? -decimal.units : decimal.units).toString().padStart(decimal.scale + 1, '0')
  const whole = digits.slice(0, digits.length - decimal.scale)
  const fraction = digits.slice(digits.length - decimal.scale)
  return `${sign}${group(whole)}${fraction === '' ? '' : `.${fraction}`}`
}

function group(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',')
}

function wholePercent(units: bigint): Decimal {
  return { units, scale: 0 }
}
