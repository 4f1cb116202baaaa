import type { StepResult } from '../action-run.js'

/** How a step ended. `outcome` is before `continue-on-error`, `conclusion` after it. */
export interface FinishedStep {
  /** Its `name:`, else what it uses or runs. */
  readonly label: string
  readonly id: string
  readonly outcome: 'success' | 'failure' | 'skipped'
  readonly conclusion: 'success' | 'failure' | 'skipped'
  /** null: skipped, or a composite action, whose own steps are {@link steps}. */
  readonly result: StepResult | null
  readonly outputs: ReadonlyMap<string, string>
  /** Of a composite action. */
  readonly steps: readonly FinishedStep[]
}

/** How a job ended, or one leg of its matrix. */
export interface FinishedJob {
  readonly id: string
  /** As GitHub lists it: `test (20, ubuntu)`. */
  readonly name: string
  readonly matrix: Readonly<Record<string, unknown>> | null
  readonly conclusion: Conclusion
  readonly steps: readonly FinishedStep[]
  readonly outputs: Readonly<Record<string, string>>
  /** GITHUB_WORKSPACE; null where the job never started. */
  readonly workspace: string | null
  /** Its `github.token`, which is worth nothing any more; null where the job never started. */
  readonly token: string | null
}

export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped'

export interface FinishedRun {
  readonly workflow: string
  /** GITHUB_RUN_ID */
  readonly id: number
  readonly attempt: number
  readonly conclusion: Conclusion
  readonly jobs: readonly FinishedJob[]
}
