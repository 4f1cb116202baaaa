import type { TestKey } from '@testwarden/core/model/test-key'
import type { ReadTests } from '@testwarden/failures/tests/read-tests'

/** The tests that a decision will ask about: those with a failed attempt, and those under a quarantine. */
export function wantedStories({ failures, quarantined }: ReadTests): ReadonlySet<TestKey> {
  return new Set([...failures, ...quarantined].map(({ key }) => key))
}
