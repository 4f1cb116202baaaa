/** A run of a workflow, as its newest attempt went. */
export interface WorkflowRun {
  readonly id: number
  /** `ci.yml`, below `.github/workflows`. */
  readonly file: string
  readonly name: string
  readonly event: string
  readonly branch: string
  /** Where the branch is: `owner/name`. */
  readonly headRepository: string
  readonly headSha: string
  readonly attempt: number
  /** null while it runs. */
  readonly conclusion: string | null
  readonly createdAt: string
  /** Of the newest attempt. */
  readonly startedAt: string
}

export interface Workflow {
  readonly id: number
  /** `ci.yml`, below `.github/workflows`. */
  readonly file: string
  readonly name: string
  readonly state: 'active' | 'deleted' | 'disabled_fork' | 'disabled_inactivity' | 'disabled_manually'
  readonly createdAt: string
}
