import { coverageGate } from '@testwarden/action-coverage-gate/index'
import { flakyDetector } from '@testwarden/action-flaky-detector/index'
import { incidentEscalator } from '@testwarden/action-incident-escalator/index'
import { perfRegression } from '@testwarden/action-perf-regression/index'
import type { AnyAction } from '@testwarden/platform/judge-gates'

/** Every gate of the suite, in the order of a page: what `gates`, `publish` and the command line run. */
export const GATES: readonly [AnyAction, ...AnyAction[]] = [
  coverageGate,
  flakyDetector,
  perfRegression,
  incidentEscalator,
]
