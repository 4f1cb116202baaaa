import { coverageGate } from '@testwarden/action-coverage-gate/index'
import type { AnyAction } from '@testwarden/platform/judge-gates'

/** Every gate whose evidence publish can join, in the order of its page. */
export const GATES: readonly [AnyAction, ...AnyAction[]] = [coverageGate]
