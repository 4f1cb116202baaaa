import type { TestKey } from '@testwarden/core/model/test-key'

/** What one run of one variant tells about its tests, as history keeps it. */
export interface RecordedRun {
  /** Ascending by key (UTF-16 units), each key once. */
  readonly cases: readonly RecordedCase[]
  /** Whether all legs and files that were expected are in it. */
  readonly isWhole: boolean
  /** Why no later decision may rest on it, such as a mass failure; null when it counts. */
  readonly withheld: string | null
}

/** A test in one run. */
export interface RecordedCase {
  /** Without secrets: history writes keys in a form in which nobody finds them any more. */
  readonly key: TestKey
  /** One letter for each attempt in its order: P passed, F failed, E errored, S skipped: `P`, `FFP`, `S`. */
  readonly outcome: string
  /** Of the failure, where there is one; never its message. */
  readonly fingerprint: string | null
  /** Whole microseconds of all attempts. */
  readonly durationUs: number | null
}

/** How many attempts failed or errored, passed, were skipped. */
export interface RecordedCell {
  readonly failed: number
  readonly passed: number
  readonly skipped: number
}

export function countAttempts(outcome: string): RecordedCell {
  let [failed, passed, skipped] = [0, 0, 0]
  for (const letter of outcome)
    if (letter === 'P') passed++
    else if (letter === 'S') skipped++
    else failed++
  return { failed, passed, skipped }
}
