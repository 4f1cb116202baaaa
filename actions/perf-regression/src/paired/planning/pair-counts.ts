import { LEAST_SCREEN } from '../config.js'
import type { Stage } from '../pair-id.js'

/** What is left of the time once the first pair of a stage has shown what one takes. */
export interface TimeLeft {
  /** Milliseconds; Infinity: no limit. */
  readonly restMs: number
  /** Milliseconds of the first pair. */
  readonly pairMs: number
}

/**
 * How many pairs the screen gets, the first included. null: not even the fewest fit. Where the whole plan does not, half of
 * the time is for the screen: confirming costs as much at most, and mostly a fraction of it.
 */
export function screenPairs(time: TimeLeft, wanted: Readonly<Record<Stage, number>>): number | null {
  const fits = pairsThatFit(time)
  if (fits >= wanted.screen + wanted.confirm) return wanted.screen
  return fits < LEAST_SCREEN ? null : Math.min(wanted.screen, Math.max(LEAST_SCREEN, Math.floor(fits / 2)))
}

/**
 * How many pairs confirm, the first included. null: so few fit that they could not confirm anything.
 * @param least so many it takes to reach the promised rate
 */
export function confirmPairs(
  time: TimeLeft,
  { wanted, least }: { readonly wanted: number; readonly least: number },
): number | null {
  const fits = pairsThatFit(time)
  return fits < least ? null : Math.min(wanted, fits)
}

/** With the one that has run. */
function pairsThatFit({ restMs, pairMs }: TimeLeft): number {
  return 1 + Math.floor(restMs / Math.max(1, pairMs))
}

/**
 * The fewest pairs whose best p value, 2^-n, still is below the promised rate for the first of so many candidates (Holm).
 */
export function leastConfirmPairs(candidates: number, falseAlarmRate: number): number {
  return Math.ceil(Math.log2(Math.max(1, candidates) / falseAlarmRate))
}
