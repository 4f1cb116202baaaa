import { partsOfKey, type TestKey } from '@testwarden/core/model/test-key'
import { lastOf, moduleOf, modulesAround } from '@testwarden/failures/tests/module-name'
import type { ChangeFacts, LegFacts } from '../facts.js'

/** What the last whole run makes this one expect. */
export interface ExpectedTests {
  readonly sha: string
  /** Tests that should be there: those of files that this change touches may come and go. */
  readonly tests: number
  readonly missing: number
  /** The first few thousand of the missing ones. */
  readonly names: readonly TestKey[]
}

/**
 * null: no earlier run says how many there should be.
 * @param moved tests that are new in some leg of this run: shards are cut anew when tests come and go
 */
export function expectedOf({ past, change }: LegFacts, moved: ReadonlySet<TestKey> = NONE): ExpectedTests | null {
  if (past.kind !== 'known' || past.roster === null) return null
  const { sha, tests, missing, missingCount } = past.roster
  const isTouched = touchedBy(change)
  const names = missing.filter((key) => !moved.has(key) && !isTouched(key))
  const excused = missing.length - names.length
  return { sha, tests: tests - excused, missing: missingCount - excused, names }
}

const NONE: ReadonlySet<TestKey> = new Set()

/** Tests that a leg has and its recent runs had not. */
export function newTests(legs: readonly LegFacts[]): ReadonlySet<TestKey> {
  return new Set(legs.flatMap(({ past }) => (past.kind === 'known' ? (past.roster?.added ?? []) : [])))
}

/** A test that is gone has no file of its own any more: its name tells, as a path or in the dots of a module. */
function touchedBy(change: ChangeFacts): (key: TestKey) => boolean {
  if (change.kind !== 'known') return () => false
  const modules = new Set(change.paths.map(moduleOf))
  const whole = new Set([...change.paths, ...modules])
  const bases = new Set([...modules].map(lastOf))
  return (key) =>
    partsOfKey(key).some(
      (part) =>
        whole.has(part) || bases.has(lastOf(part)) || [...modulesAround(part)].some((module) => modules.has(module)),
    )
}
