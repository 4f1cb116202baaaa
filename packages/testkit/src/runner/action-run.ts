import type { Annotation } from './annotation.js'
import type { WorkflowCommand } from './workflow-command.js'

/** One step of a workflow, whatever it runs. */
export interface StepRun {
  readonly event: { readonly name: string; readonly payload: Readonly<Record<string, unknown>> }
  /** GITHUB_WORKSPACE and working directory. */
  readonly workspace: string
  /** RUNNER_TEMP; must exist. The files of GITHUB_OUTPUT and so on are made in it. */
  readonly temporaryFolder: string
  /** `github.token`; masked. */
  readonly token: string
  /** Adds to, or replaces, what {@link githubContext} makes of the event. */
  readonly github?: Readonly<Record<string, unknown>>
  readonly runner?: Readonly<Record<string, string>>
  /** Further contexts: `matrix`, `strategy`, `job`, `needs`, `steps`, `env`, `vars`. */
  readonly contexts?: Readonly<Record<string, unknown>>
  /** The step's `env:` and what the machine itself has set. */
  readonly env?: Readonly<Record<string, string>>
  /** The process is killed after it; 150 seconds when absent: it ends a hang, and machines that test are busy. */
  readonly timeoutMs?: number
}

/** A step that uses a JavaScript action. */
export interface ActionRun extends StepRun {
  /** Folder that holds `action.yml`. */
  readonly actionFolder: string
  /** The step's `with:`; may hold `${{ }}`. */
  readonly with?: Readonly<Record<string, string>>
  /** The Node that runs the action; the one of this process when absent. */
  readonly nodePath?: string
}

export interface StepResult {
  /** null: ended by a signal, such as after the timeout. */
  readonly exitCode: number | null
  readonly outcome: 'success' | 'failure'
  /** Lines of both streams in their order of arrival, masked. */
  readonly log: readonly string[]
  /** Those that GitHub would show: the first ten of each level. */
  readonly annotations: readonly Annotation[]
  readonly annotationsDropped: number
  readonly outputs: ReadonlyMap<string, string>
  readonly env: ReadonlyMap<string, string>
  readonly paths: readonly string[]
  readonly state: ReadonlyMap<string, string>
  /** Masked; null when it was over the limit and dropped whole. */
  readonly summary: string | null
  readonly masks: readonly string[]
  readonly commands: readonly WorkflowCommand[]
}
