import { partsOfKey, steadyName, type TestKey, testNameOf } from '../model/test-key.js'

/** An excuse for a flaky test: somebody answers for it, for a while. */
export interface Quarantine {
  /** As its author names the test: the last parts of its name, joined by `›`, `::` or `>`; `*` stands for anything. */
  readonly test: string
  readonly reason: string
  /** A person or a team: `acme/payments`. */
  readonly owner: string
  /** Number or address; null where there is none. */
  readonly issue: string | null
  /** First day, `2026-01-31`. */
  readonly since: string
  /** Last day on which it counts. */
  readonly expires: string
  /** Where it stands: the config file, or the facts of the history. */
  readonly origin: 'config' | 'history'
}

/** How long an entry counts whose author says nothing about it. */
export const QUARANTINE_DAYS = 14

/** The first and the last day count. */
export type QuarantineStanding = 'valid' | 'expired' | 'not-yet'

/** @param now ISO 8601, UTC */
export function standingOf({ since, expires }: Quarantine, now: string): QuarantineStanding {
  const today = now.slice(0, 10)
  if (today < since) return 'not-yet'
  return today > expires ? 'expired' : 'valid'
}

const JOINT = /›|::|\s>\s/

/**
 * Whether an entry means a test. What the rules wrote down names one test as it is; what somebody wrote is a pattern of
 * the last parts of a name.
 */
export function isMeant({ test, origin }: Pick<Quarantine, 'test' | 'origin'>, key: TestKey): boolean {
  return origin === 'history' ? testNameOf(key) === test : isQuarantined(test, key)
}

/** Whether a pattern means a test. */
export function isQuarantined(test: string, key: TestKey): boolean {
  return createQuarantineMatcher(test)(key)
}

/**
 * Whether a pattern means one of many tests: all that can be known before is looked up once. Runners join parts in one
 * name as well: `net::tests::retries`.
 */
export function createQuarantineMatcher(test: string): (key: TestKey) => boolean {
  const wanted = splitName(test)
    .filter((part) => part !== '')
    .map(steadyName)
  const end = (wanted.at(-1)?.split('*').at(-1) ?? '').trimEnd()
  return (key) => {
    // Of half a million tests nearly all end otherwise.
    if (wanted.length === 0 || !key.trimEnd().endsWith(end)) return false
    const parts = partsOfKey(key).flatMap(splitName)
    if (wanted.length > parts.length) return false
    const last = parts.slice(-wanted.length)
    return wanted.every((pattern, index) => matchesPart(pattern, last[index] ?? ''))
  }
}

function splitName(name: string): readonly string[] {
  return JOINT.test(name) ? name.split(JOINT).map((part) => part.trim()) : [name]
}

/** `*` for any run of characters. Greedy from the left with what is fixed between: linear, whatever the pattern. */
function matchesPart(pattern: string, part: string): boolean {
  const pieces = pattern.split('*')
  const first = pieces[0] ?? ''
  const last = pieces.at(-1) ?? ''
  if (pieces.length === 1) return pattern === part
  if (!part.startsWith(first) || !part.endsWith(last) || part.length < first.length + last.length) return false
  let at = first.length
  for (const piece of pieces.slice(1, -1)) {
    const found = part.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  return at <= part.length - last.length
}
