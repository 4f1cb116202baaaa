import { partsOfKey, type TestKey } from '@testwarden/core/model/test-key'
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

/** null: no earlier run says how many there should be. */
export function expectedOf({ past, change }: LegFacts): ExpectedTests | null {
  if (past.kind !== 'known' || past.roster === null) return null
  const { sha, tests, missing, missingCount } = past.roster
  const names = missing.filter((key) => !isTouched(key, change))
  const excused = missing.length - names.length
  return { sha, tests: tests - excused, missing: missingCount - excused, names }
}

/** A test that is gone has no file of its own any more: its name tells, as a path or in the dots of a module. */
function isTouched(key: TestKey, change: ChangeFacts): boolean {
  if (change.kind !== 'known') return false
  const parts = partsOfKey(key)
  return change.paths.some((path) => {
    const module = path.replace(/\.\w+$/, '').replaceAll('/', '.')
    const base = module.slice(module.lastIndexOf('.') + 1)
    return parts.some(
      (part) =>
        part === path || part === module || part === base || part.startsWith(`${module}.`) || part.endsWith(`.${base}`),
    )
  })
}
