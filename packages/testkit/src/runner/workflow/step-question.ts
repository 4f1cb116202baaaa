import type { StepRun } from '../action-run.js'
import type { JobScope } from './job-scope.js'
import type { Step } from './workflow.js'

/** A step that is to run, with all that its expressions may read. */
export interface StepQuestion {
  readonly scope: JobScope
  readonly step: Step
  readonly run: StepRun
}
