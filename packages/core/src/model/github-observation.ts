/** What came of `read-timeline`. */
export interface ObservedTimeline {
  readonly kind: 'timeline'
  readonly issue: number
  /** Oldest first. */
  readonly entries: readonly TimelineEntry[]
  /** Login that our token writes as: what it did is no word of anybody's. */
  readonly writer: string
  /** false: there is more than anybody reads. What is missing lies between the first entries and the newest. */
  readonly isWhole: boolean
}

/** One thing that happened to an issue. Names are as people wrote them. */
export type TimelineEntry = TimelineComment | TimelineLabel | TimelineAssignment | TimelineState

interface TimelineBase {
  /** Login; null for an account that is gone. */
  readonly by: string | null
  /** ISO 8601, UTC. */
  readonly at: string
}

export interface TimelineComment extends TimelineBase {
  readonly kind: 'comment'
  readonly id: number
  /** GitHub's word for how the author stands to the repository, such as `MEMBER`. It grants nothing: ask for permissions. */
  readonly association: string
  /** Later than `at` where somebody changed the text since. */
  readonly changedAt: string
  /** Its beginning, of at most {@link COMMENT_CHARACTERS_MAX} characters. */
  readonly body: string
}

/** Of a comment: commands stand in its first lines. */
export const COMMENT_CHARACTERS_MAX = 1000

export interface TimelineLabel extends TimelineBase {
  readonly kind: 'labeled' | 'unlabeled'
  readonly label: string
}

export interface TimelineAssignment extends TimelineBase {
  readonly kind: 'assigned' | 'unassigned'
  /** Login; null for an account that is gone. */
  readonly assignee: string | null
}

export interface TimelineState extends TimelineBase {
  readonly kind: 'closed' | 'reopened'
  /** The commit whose message closed it; null: none did. */
  readonly commit: string | null
}

/** What came of `ask-permissions`. */
export interface ObservedPermissions {
  readonly kind: 'permissions'
  /** As they were asked for. */
  readonly permissions: readonly KnownPermission[]
}

export interface KnownPermission {
  readonly login: string
  readonly permission: RepositoryPermission
  /** A sentence on why `none` is all that can be said; null where GitHub says what it is. */
  readonly doubt: string | null
}

/** GitHub's roles, the widest first. */
export type RepositoryPermission = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none'

/** What came of `list-runs`. */
export interface ObservedRuns {
  readonly kind: 'runs'
  /** null: GitHub shows none that is called so. */
  readonly workflow: ListedWorkflow | null
  /** Newest first. Runs of forks are left out, whose branches may be called as ours are. */
  readonly runs: readonly ListedRun[]
  /** false: there are more than anybody reads; those that are missing are older. */
  readonly isWhole: boolean
}

export interface ListedWorkflow {
  readonly id: number
  readonly name: string
  /** `.github/workflows/ci.yml` */
  readonly path: string
  readonly state: WorkflowState
  /** When GitHub first saw its file; ISO 8601, UTC. */
  readonly createdAt: string
}

/** GitHub's words. `disabled_inactivity`: nobody pushed to a public repository for 60 days. */
export type WorkflowState = 'active' | 'deleted' | 'disabled_fork' | 'disabled_inactivity' | 'disabled_manually'

/** A run as its newest attempt went. */
export interface ListedRun {
  /** GITHUB_RUN_ID */
  readonly id: string
  /** 1 for the first. */
  readonly attempt: number
  readonly event: string
  readonly headSha: string
  /** GitHub's word, such as `failure`; null while it runs or waits. */
  readonly conclusion: string | null
  /** When the first attempt began; ISO 8601, UTC. */
  readonly createdAt: string
  /** When GitHub last heard of it; ISO 8601, UTC. */
  readonly updatedAt: string
}

/** What came of `list-pulls`. */
export interface ObservedPulls {
  readonly kind: 'pulls'
  /** Newest first. */
  readonly pulls: readonly OpenPull[]
  /** false: there are more than anybody reads. */
  readonly isWhole: boolean
}

export interface OpenPull {
  readonly number: number
  readonly headSha: string
  /** The branch that it is to be merged into. */
  readonly baseBranch: string
  readonly labels: readonly string[]
  /** It comes from another repository, which may be gone by now. */
  readonly isFork: boolean
}

/** What came of `list-jobs`. */
export interface ObservedJobs {
  readonly kind: 'jobs'
  /** One at most of each commit that was asked for. */
  readonly jobs: readonly HeadJob[]
  /** false: there were more commits than anybody asks for. */
  readonly isWhole: boolean
}

/** The newest job of a name on a commit. */
export interface HeadJob {
  readonly headSha: string
  /** Also the id of its check run. */
  readonly jobId: number
  /** GITHUB_RUN_ID */
  readonly run: string
  readonly attempt: number
  /** GitHub's word; null while it runs or waits. */
  readonly conclusion: string | null
  /** Other jobs of its run run still or wait: GitHub runs none of them again before all have ended. */
  readonly isRunning: boolean
}

/** What came of `list-commits`. */
export interface ObservedCommits {
  readonly kind: 'commits'
  /** Oldest first; the last is the head. */
  readonly commits: readonly ListedCommit[]
  /** false: there are more than anybody reads; those that are missing are older. */
  readonly isWhole: boolean
}

export const COMMIT_TITLE_CHARACTERS_MAX = 200

export interface ListedCommit {
  readonly sha: string
  /** Login of who wrote it; null: GitHub knows no account of that address. */
  readonly author: string | null
  /** First line of its message, clipped. */
  readonly title: string
}

export type GitHubObservation =
  | ObservedTimeline
  | ObservedPermissions
  | ObservedRuns
  | ObservedPulls
  | ObservedJobs
  | ObservedCommits
