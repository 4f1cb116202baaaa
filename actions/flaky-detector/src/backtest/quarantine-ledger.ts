import type { GateConfig } from '@testwarden/core/action/define-action'
import type { TestKey } from '@testwarden/core/model/test-key'
import type { flakyConfig } from '../config.js'
import type { LegFacts, RecordedQuarantine } from '../facts.js'
import { proposedQuarantines } from '../judging/proposed-quarantines.js'

/** The quarantines that rules would have written into the history, run after run. */
export interface QuarantineLedger {
  /** Tests whose stories the next {@link note} asks for. @param now ISO 8601 of the run that comes next */
  watched(now: string): readonly TestKey[]
  entries(): readonly RecordedQuarantine[]
  /** What a run of the default branch enters and ends. @param leg with the entries, and stories of the watched tests */
  note(leg: LegFacts, now: string): void
}

/** A failure, and the pass that ends it, is all that makes a test deserve a quarantine. */
const WATCHED_RUNS = 3

/** Fewer passes in a row end no quarantine: `quarantine-rule`. */
const FEWEST_GREEN = 30

/** Whether one has ended takes long to tell, so that is asked at every fifth pass: it ends four runs late at most. */
const ASKED_EVERY = 5

/** So long nothing else keeps a test in sight: `RECENT_RUNS`, with room for those that are skipped. */
const ASKED_ALWAYS = 90

/** @param failedBefore tests that failed before the first run that is noted */
export function createLedger(
  config: GateConfig<typeof flakyConfig>,
  failedBefore: Iterable<TestKey>,
): QuarantineLedger {
  if (config.own['quarantine-by'].value !== 'rules')
    return { watched: () => [], entries: () => [], note: () => undefined }
  const entries = new Map<TestKey, RecordedQuarantine>()
  const green = new Map<TestKey, number>([...failedBefore].map((key) => [key, 0]))
  const contradicted = new Map<TestKey, number>()
  const mayEnd = (key: TestKey, now: string): boolean => {
    const entry = entries.get(key)
    if (entry === undefined || entry.left !== null) return false
    return isDue(green.get(key) ?? 0) || entry.expires < now.slice(0, 10)
  }
  return {
    watched: (now) => [...green].flatMap(([key, runs]) => (runs < WATCHED_RUNS || mayEnd(key, now) ? [key] : [])),
    entries: () => [...entries.values()],
    note(leg, now) {
      const { enter, end } = proposedQuarantines(leg, { own: config.own, now })
      for (const entry of enter) entries.set(entry.key, entry)
      for (const { entry } of end) entries.set(entry.key, { ...entry, left: now.slice(0, 10) })
      countGreen(leg, green)
      for (const key of newlyContradicted(leg, contradicted)) green.set(key, 0)
    },
  }
}

function isDue(green: number): boolean {
  return green >= ASKED_ALWAYS || (green >= FEWEST_GREEN && green % ASKED_EVERY === 0)
}

/** Runs since each test's last failure; one that a run does not have is not counted on. */
function countGreen({ tests, failures }: LegFacts, green: Map<TestKey, number>): void {
  for (const { key } of tests) {
    const runs = green.get(key)
    if (runs !== undefined) green.set(key, runs + 1)
  }
  for (const { key } of failures) green.set(key, 0)
}

function newlyContradicted({ past }: LegFacts, known: Map<TestKey, number>): readonly TestKey[] {
  if (past.kind !== 'known') return []
  const counts = new Map<TestKey, number>()
  for (const { key } of past.contradictions) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].flatMap(([key, count]) => {
    if (known.get(key) === count) return []
    known.set(key, count)
    return [key]
  })
}
