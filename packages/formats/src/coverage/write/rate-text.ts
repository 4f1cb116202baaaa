import type { Count } from '@testwarden/core/model/count'

const DIGITS = 6
const SCALE = 10n ** BigInt(DIGITS)

/**
 * A rate as Cobertura writes it: rounded down, so that only what is complete is 1. Nothing to cover is 1 as well, because
 * that is what most writers say and readers fail builds on 0.
 */
export function rateText({ covered, total }: Count): string {
  if (covered === total) return '1'
  const scaled = (BigInt(covered) * SCALE) / BigInt(total)
  return `0.${scaled.toString().padStart(DIGITS, '0')}`.replace(/\.?0+$/, '')
}
