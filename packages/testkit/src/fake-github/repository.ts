import type { IssueEvent } from './issue-event.js'
import type { Workflow, WorkflowRun } from './workflow-run.js'

/** What the fake knows of one repository. */
export interface Repository {
  readonly id: number
  readonly owner: string
  readonly name: string
  readonly defaultBranch: string
  readonly isPrivate: boolean
  readonly commits: Map<string, Commit>
  /** `refs/heads/main` to sha. */
  readonly refs: Map<string, string>
  /** Pull requests are issues too, with the same number. */
  readonly issues: Map<number, Issue>
  readonly pulls: Map<number, Pull>
  readonly comments: Map<number, Comment>
  /** What happened to issues beside comments, in its order. */
  readonly events: IssueEvent[]
  /** By name in lower case, as GitHub knows them. */
  readonly labels: Map<string, Label>
  readonly checkRuns: Map<number, CheckRun>
  readonly artifacts: Map<number, Artifact>
  readonly jobs: Map<number, WorkflowJob>
  readonly runs: Map<number, WorkflowRun>
  /** By the name of the file. A workflow of which only runs were added is among them. */
  readonly workflows: Map<string, Workflow>
  /** Text of files, by `<commit>:<path>`. */
  readonly texts: Map<string, string>
  /** Login to what they may do. Issues can be given to them, and to nobody else but the owner. */
  readonly collaborators: Map<string, Role>
  numbers: number
}

export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read'

export interface Label {
  readonly name: string
  readonly color: string
}

export interface Commit {
  readonly sha: string
  readonly parents: readonly string[]
  readonly message: string
  /** Login; null: the address belongs to no account. */
  readonly author: string | null
}

export interface Issue {
  readonly id: number
  readonly number: number
  title: string
  body: string | null
  state: 'open' | 'closed'
  stateReason: string | null
  isLocked: boolean
  labels: readonly string[]
  assignees: readonly string[]
  readonly author: string
  readonly createdAt: string
  updatedAt: string
  closedAt: string | null
}

export interface Pull {
  readonly number: number
  readonly base: { readonly ref: string; readonly sha: string }
  /** `repository` differs from this one when the pull request comes from a fork. */
  readonly head: { readonly ref: string; readonly sha: string; readonly repository: string }
  readonly mergeCommitSha: string | null
}

export interface Comment {
  readonly id: number
  readonly issue: number
  body: string
  readonly author: string
  readonly createdAt: string
  updatedAt: string
}

export interface CheckRun {
  readonly id: number
  readonly headSha: string
  /** Login of the app whose token made it: only that one may change it. */
  readonly app: string
  name: string
  status: 'queued' | 'in_progress' | 'completed'
  conclusion: string | null
  detailsUrl: string | null
  externalId: string
  startedAt: string | null
  completedAt: string | null
  title: string | null
  summary: string | null
  text: string | null
  readonly annotations: Annotation[]
}

/** What a job uploaded. */
export interface Artifact {
  readonly id: number
  readonly run: number
  readonly name: string
  /** The zip file that GitHub hands out. */
  readonly zip: Buffer
  readonly isExpired: boolean
  readonly createdAt: string
}

/** One job of a workflow run, as its newest attempt went. */
export interface WorkflowJob {
  readonly id: number
  readonly run: number
  /** As shown: `test (20, ubuntu)`. */
  readonly name: string
  /** null while it runs. */
  readonly conclusion: string | null
  readonly startedAt: string
}

/** As the request gave it. */
export type Annotation = Readonly<Record<string, unknown>>
