/** Codes of durations: none, nothing that the clock saw, then steps of 2.8 %, of which eight make 25 %. */
export const NO_DURATION = 0
const ZERO_DURATION = 1
export const FIRST_STEP = 2

/** A bin of 25 % holds so many steps. */
export const STEPS_PER_BIN = 8
const LN_STEP = Math.log(1.25) / STEPS_PER_BIN

/** Far beyond any test: 10^15 microseconds are thirty years. */
const LONGEST_US = 1e15

/** Reports count in milliseconds: what differs by no more than two of them is the same. */
const SAME_US = 2_000

export function durationCode(durationUs: number | null): number {
  if (durationUs === null) return NO_DURATION
  if (durationUs < 1) return ZERO_DURATION
  return FIRST_STEP + Math.round(Math.log(Math.min(durationUs, LONGEST_US)) / LN_STEP)
}

/** Whole microseconds. */
export function durationOfCode(code: number): number | null {
  if (code === NO_DURATION) return null
  if (code === ZERO_DURATION) return 0
  return Math.round(Math.exp(Math.min((code - FIRST_STEP) * LN_STEP, Math.log(LONGEST_US))))
}

/** What a test of this reference takes in a run of this pace, in steps: a slow machine is one number, not ten thousand. */
export function pacedCode(reference: number, paceSteps: number): number {
  return reference < FIRST_STEP ? reference : Math.max(FIRST_STEP, reference + paceSteps)
}

/** Whether the difference is below what a report can tell. */
export function isSameDuration(leftUs: number | null, rightUs: number | null): boolean {
  if (leftUs === null || rightUs === null) return leftUs === rightUs
  return Math.abs(leftUs - rightUs) <= SAME_US
}
