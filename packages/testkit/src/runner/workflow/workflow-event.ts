/** Something that happened, as GitHub tells it to workflows. */
export interface WorkflowEvent {
  /** GITHUB_EVENT_NAME */
  readonly name: string
  readonly payload: Readonly<Record<string, unknown>>
  /** GITHUB_SHA: the commit that a checkout without `ref` gets. */
  readonly sha: string
  /** GITHUB_REF */
  readonly ref: string
  /** Whether the token may read at most, whatever a workflow asks for: a fork's pull request, or Dependabot's. */
  readonly isRestricted: boolean
}
