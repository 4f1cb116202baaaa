import {
  durationCode,
  durationOfCode,
  FIRST_STEP,
  isSameDuration,
  NO_DURATION,
  pacedCode,
  STEPS_PER_BIN,
} from './duration-code.js'
import type { TimesText } from './encoded-run.js'
import { decodeNumbers, encodeNumbers } from './number-text.js'

/** What a run took, test by test, in the order of its roster. */
export interface RosterTimes {
  /** Duration codes. */
  readonly references: Int32Array
  readonly durationsUs: readonly (number | null)[]
}

/** null where nothing was timed. */
export function encodeTimes(times: RosterTimes): TimesText | null {
  const { references, durationsUs } = times
  if (durationsUs.every((durationUs) => durationUs === null)) return null
  const paceSteps = paceOf(times)
  const near: number[] = []
  const far: number[] = []
  let [afterNear, afterFar] = [0, 0]
  for (const [position, durationUs] of durationsUs.entries()) {
    const away = awayFrom(pacedCode(references[position] ?? NO_DURATION, paceSteps), durationUs)
    if (away === SAME) continue
    if (away === SLOWER || away === FASTER) {
      near.push((position - afterNear) * 2 + (away === SLOWER ? 0 : 1))
      afterNear = position + 1
    } else {
      far.push(position - afterFar, away)
      afterFar = position + 1
    }
  }
  return { paceSteps, near: encodeNumbers(near), far: encodeNumbers(far) }
}

/** The duration code of each key; null: the text is damaged. */
export function decodeTimes(text: TimesText, references: Int32Array): Int32Array | null {
  const near = decodeNumbers(text.near)
  const far = decodeNumbers(text.far)
  if (near === null || far === null || far.length % 2 !== 0) return null
  const codes = references.map((reference) => pacedCode(reference, text.paceSteps))
  let position = -1
  for (const number of near) {
    position += 1 + (number >>> 1)
    if (position >= codes.length) return null
    codes[position] = codeAway(codes[position] ?? 0, (number & 1) === 0 ? SLOWER : FASTER)
  }
  position = -1
  for (let index = 0; index < far.length; index += 2) {
    position += 1 + (far[index] ?? 0)
    if (position >= codes.length) return null
    codes[position] = codeAway(codes[position] ?? 0, far[index + 1] ?? 0)
  }
  return codes
}

/** Whether {@link decodeTimes} can read it for a roster of this size. */
export function areTimesSound(text: TimesText | null, size: number): boolean {
  if (text === null) return true
  const near = decodeNumbers(text.near)
  const far = decodeNumbers(text.far)
  if (near === null || far === null || far.length % 2 !== 0) return false
  let [nearEnd, farEnd] = [0, 0]
  for (const number of near) nearEnd += 1 + (number >>> 1)
  for (let index = 0; index < far.length; index += 2) farEnd += 1 + (far[index] ?? 0)
  return nearEnd <= size && farEnd <= size
}

/**
 * How far a duration is from what was expected, as one number. Even: bins of 25 %, the half of it 0, 1, -1, 2, -2 and so
 * on for 0, 1, 2, 3, 4. Odd: a duration code, as twice the code and 1, because the one or the other is no duration.
 */
const SAME = 0
const SLOWER = 2
const FASTER = 4

function awayFrom(expected: number, durationUs: number | null): number {
  if (isSameDuration(durationUs, durationOfCode(expected))) return SAME
  const code = durationCode(durationUs)
  if (code < FIRST_STEP || expected < FIRST_STEP) return code * 2 + 1
  const bins = Math.round((code - expected) / STEPS_PER_BIN)
  return bins > 0 ? (bins * 2 - 1) * 2 : -bins * 4
}

function codeAway(expected: number, away: number): number {
  const half = away >>> 1
  if ((away & 1) === 1) return half
  const bins = (half & 1) === 1 ? (half + 1) / 2 : -half / 2
  return Math.max(FIRST_STEP, expected + bins * STEPS_PER_BIN)
}

/** The median distance from the references, in steps. */
function paceOf({ references, durationsUs }: RosterTimes): number {
  const distances = new Int32Array(durationsUs.length)
  let count = 0
  for (const [position, durationUs] of durationsUs.entries()) {
    const code = durationCode(durationUs)
    const reference = references[position] ?? NO_DURATION
    if (code >= FIRST_STEP && reference >= FIRST_STEP) distances[count++] = code - reference
  }
  return distances.subarray(0, count).sort()[count >>> 1] ?? 0
}
