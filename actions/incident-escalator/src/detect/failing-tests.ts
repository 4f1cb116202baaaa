import type { TestFailure } from '@testwarden/core/model/test-run'
import type { TroubledTest } from './trouble.js'

/** A test that failed, as it was read. */
export interface FailingTest extends Omit<TroubledTest, 'message'> {
  readonly failure: TestFailure
}

/** What of a run the matrix looks at. */
export interface FailingTests {
  /** Tests that ran and count: skipped ones do not, nor do those that are known flakes or under a quarantine. */
  readonly total: number
  /** That failed and count. */
  readonly failed: readonly FailingTest[]
  /** Failures that do not count. */
  readonly leftOut: number
}
