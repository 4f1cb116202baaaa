/** What happened to an issue, as its timeline tells it. */
export type IssueEvent = IssueEventBase &
  (
    | { readonly event: 'labeled' | 'unlabeled'; readonly label: string }
    | { readonly event: 'assigned' | 'unassigned'; readonly assignee: string }
    | { readonly event: 'closed' | 'reopened'; readonly commit?: string }
  )

interface IssueEventBase {
  readonly id: number
  readonly issue: number
  readonly actor: string
  readonly at: string
}
