import type { TestFailure } from '@testwarden/core/model/test-run'
import { categorise } from './categorise.js'
import { assertion } from './rules/assertion.js'

/** Whether a test said no, rather than something giving way below it. */
export function isAssertion(failure: TestFailure): boolean {
  return categorise(failure, [assertion]) !== null
}
