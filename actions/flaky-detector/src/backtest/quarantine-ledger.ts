import type { GateConfig } from '@testwarden/core/action/define-action'
import type { TestKey } from '@testwarden/core/model/test-key'
import type { flakyConfig } from '../config.js'
import type { LegFacts, RecordedQuarantine } from '../facts.js'
import { proposedQuarantines } from '../judging/proposed-quarantines.js'

/** The quarantines that rules would have written into the history, run after run. */
export interface QuarantineLedger {
  /** Tests whose stories the next {@link note} asks for. */
  watched(): readonly TestKey[]
  entries(): readonly RecordedQuarantine[]
  /** What a run of the default branch enters and ends. @param leg with the entries, and stories of the watched tests */
  note(leg: LegFacts, now: string): void
}

/**
 * A failure, and the pass that ends it, is all that makes a test deserve a quarantine, so a test is watched for so many
 * runs after each failure and as long as an entry is not ended.
 */
const WATCHED_RUNS = 3

/** @param failedBefore tests that failed before the first run that is noted */
export function createLedger(
  config: GateConfig<typeof flakyConfig>,
  failedBefore: Iterable<TestKey>,
): QuarantineLedger {
  if (config.own['quarantine-by'].value !== 'rules')
    return { watched: () => [], entries: () => [], note: () => undefined }
  const entries = new Map<TestKey, RecordedQuarantine>()
  const runsLeft = new Map<TestKey, number>([...failedBefore].map((key) => [key, WATCHED_RUNS]))
  const contradicted = new Map<TestKey, number>()
  return {
    watched: () => [
      ...runsLeft.keys(),
      ...[...entries.values()].flatMap(({ key, left }) => (left === null ? key : [])),
    ],
    entries: () => [...entries.values()],
    note(leg, now) {
      const { enter, end } = proposedQuarantines(leg, { own: config.own, now })
      for (const entry of enter) entries.set(entry.key, entry)
      for (const { entry } of end) entries.set(entry.key, { ...entry, left: now.slice(0, 10) })
      watchOn(leg, { runsLeft, contradicted })
    },
  }
}

interface Watch {
  readonly runsLeft: Map<TestKey, number>
  readonly contradicted: Map<TestKey, number>
}

function watchOn({ tests, failures, past }: LegFacts, { runsLeft, contradicted }: Watch): void {
  for (const { key } of tests) {
    const left = runsLeft.get(key)
    if (left === undefined) continue
    if (left > 1) runsLeft.set(key, left - 1)
    else runsLeft.delete(key)
  }
  for (const { key } of failures) runsLeft.set(key, WATCHED_RUNS)
  if (past.kind !== 'known') return
  const counts = new Map<TestKey, number>()
  for (const { key } of past.contradictions) counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const [key, count] of counts) {
    if (contradicted.get(key) !== count) runsLeft.set(key, WATCHED_RUNS)
    contradicted.set(key, count)
  }
}
