import type { UpdateIssue } from '../model/change.js'
import type { FindingLevel } from '../model/finding.js'
import type {
  HeadJob,
  KnownPermission,
  ListedCommit,
  ListedRun,
  ListedWorkflow,
  OpenPull,
  TimelineEntry,
} from '../model/github-observation.js'
import type { ListCommits, ListJobs, ListRuns } from '../model/github-request.js'

/** The few questions and effects that need GitHub's API. Absent where there is no token or no repository. */
export interface GitHub {
  /** Best common ancestor as GitHub computes it. @throws PlatformError */
  mergeBase(base: string, head: string): Promise<string>
  /** Whom the token writes as: `github-actions[bot]` for a job's own. @throws PlatformError */
  login(): Promise<string>
  /** The commit at the head of a pull request now. @throws PlatformError */
  pullRequestHead(number: number): Promise<string>
  /** @throws PlatformError */
  listOpenPulls(): Promise<Listing<OpenPull>>
  /** Ascending by number, without pull requests. @throws PlatformError */
  listIssues(query: IssueQuery): Promise<IssueList>
  /** As it is now. @throws PlatformError */
  readIssue(number: number): Promise<ListedIssue>
  /** Number of the new issue. Never retried blindly. @throws PlatformError */
  openIssue(issue: NewIssue): Promise<number>
  /** @throws PlatformError */
  updateIssue(number: number, update: IssueUpdate): Promise<void>
  /** Oldest first. @throws PlatformError */
  readTimeline(issue: number): Promise<Listing<TimelineEntry>>
  /** Makes a label that the repository does not have. false: it lacks it, and the token may not make it. @throws PlatformError */
  ensureLabel(name: string): Promise<boolean>
  /** Those that the issue has stay. @throws PlatformError */
  addLabels(issue: number, names: readonly string[]): Promise<void>
  /** One that the issue does not have is as good as removed. @throws PlatformError */
  removeLabel(issue: number, name: string): Promise<void>
  /** Whether issues can be given to this login. @throws PlatformError */
  mayBeAssigned(login: string): Promise<boolean>
  /** Whoever is assigned stays so. @throws PlatformError */
  addAssignees(issue: number, logins: readonly string[]): Promise<void>
  /** Where GitHub refuses to tell, it is `none`. @throws PlatformError where it does not answer */
  permissionOf(login: string): Promise<KnownPermission>
  /** By the name of its file or its own; null: GitHub shows none. @throws PlatformError */
  findWorkflow(workflow: string): Promise<ListedWorkflow | null>
  /** Newest first, without those of forks. @throws PlatformError */
  listRuns(query: RunQuery): Promise<Listing<ListedRun>>
  /** Oldest first; of too many the newest. @throws PlatformError */
  listCommits(query: CommitQuery): Promise<Listing<ListedCommit>>
  /** Of each commit the newest, where it has one. @throws PlatformError */
  listHeadJobs(query: HeadJobQuery): Promise<readonly HeadJob[]>
  /** Never retried blindly. @throws PlatformError */
  rerunJob(jobId: number): Promise<void>
  /** Oldest first. @throws PlatformError */
  listComments(issue: number): Promise<CommentList>
  /** Id of the new comment. @throws PlatformError */
  createComment(comment: NewComment): Promise<number>
  /** @throws PlatformError */
  updateComment(id: number, body: string): Promise<void>
  /** @throws PlatformError */
  deleteComment(id: number): Promise<void>
  /** Those of one name, newest first. @throws PlatformError */
  listCheckRuns(headSha: string, name: string): Promise<readonly CheckRunState[]>
  /** Id of the new check run. @throws PlatformError */
  createCheckRun(run: NewCheckRun): Promise<number>
  /** @throws PlatformError */
  updateCheckRun(update: CheckRunUpdate): Promise<void>
  /** Requests so far, by operation. */
  calls(): Readonly<Record<string, number>>
}

export interface Listing<Item> {
  readonly items: readonly Item[]
  /** false: there are more than anybody reads. */
  readonly isWhole: boolean
}

/** Of a workflow by its id. */
export interface RunQuery extends Pick<ListRuns, 'branch' | 'event' | 'since'> {
  readonly workflowId: number
}

export interface HeadJobQuery extends Pick<ListJobs, 'job' | 'event' | 'headShas'> {
  readonly workflowId: number
}

export type CommitQuery = Pick<ListCommits, 'base' | 'head'>

export type IssueUpdate = Pick<UpdateIssue, 'title' | 'body' | 'state' | 'closedAs'>

export interface IssueQuery {
  readonly state: 'open' | 'closed'
  /** null: of any label. */
  readonly label: string | null
  /** Login; null: of anybody. */
  readonly creator: string | null
  /** Nobody writes what is found: where the token may not read it, `issues: read` is what it lacks. Absent: it is written. */
  readonly isOnlyRead?: true
}

export interface ListedIssue {
  readonly number: number
  readonly title: string
  readonly labels: readonly string[]
  /** Logins. */
  readonly assignees: readonly string[]
  /** How many there are. */
  readonly comments: number
  readonly body: string
  /** Login; null for an account that is gone. */
  readonly author: string | null
  readonly state: 'open' | 'closed'
  /** GitHub's word: `completed`, `not_planned`, `duplicate`. */
  readonly stateReason: string | null
  readonly isLocked: boolean
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly closedAt: string | null
}

export interface IssueList {
  readonly issues: readonly ListedIssue[]
  /** false: there are more than anybody reads. */
  readonly isWhole: boolean
}

export interface NewIssue {
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
  /** Logins that may be assigned: GitHub refuses an issue with one who may not. */
  readonly assignees: readonly string[]
  /** Asked before a second try: the number of the issue if it is there after all. null: there is never a second try. */
  readonly find: (() => Promise<number | null>) | null
}

export interface IssueComment {
  readonly id: number
  readonly body: string
  /** Login; null for an account that is gone. */
  readonly author: string | null
}

export interface CommentList {
  readonly comments: readonly IssueComment[]
  /** false: there are more than anybody reads. */
  readonly isWhole: boolean
}

export interface NewComment {
  /** Number of the issue or pull request. */
  readonly issue: number
  /** Which of the two it is: what the token needs differs. */
  readonly on: 'issue' | 'pull-request'
  readonly body: string
  /** Asked before a second try: whether the comment is there after all. @returns its id */
  find(): Promise<number | null>
}

export interface CheckRunState {
  readonly id: number
  readonly externalId: string
  readonly annotationCount: number
}

/** GitHub's words for how a check run ended, as far as we say them. */
export type CheckConclusion = 'success' | 'neutral' | 'failure' | 'skipped'

export interface CheckOutput {
  readonly title: string
  /** Markdown, as is {@link text}. */
  readonly summary: string
  readonly text: string
  /** At most 50; they are added to those that the check run has. */
  readonly annotations: readonly CheckAnnotation[]
}

/** Text, not Markdown, beside lines of the head tree. Without a place it cannot be shown and is left out. */
export interface CheckAnnotation {
  readonly level: FindingLevel
  readonly title: string
  readonly message: string
  readonly path: string | null
  readonly startLine: number | null
  readonly endLine: number | null
}

export interface CheckRunUpdate {
  readonly id: number
  readonly conclusion: CheckConclusion
  readonly output: CheckOutput
  /** Asked before a second try: whether the first one arrived after all, as annotations would be doubled. */
  hasArrived(): Promise<boolean>
}

export interface NewCheckRun extends Pick<CheckRunUpdate, 'conclusion' | 'output'> {
  readonly headSha: string
  readonly name: string
  /** Tells this run's check run from those of other runs. */
  readonly externalId: string
  /** Where its name leads. */
  readonly detailsUrl: string | null
  /** Asked before a second try: whether the check run is there after all. @returns its id */
  find(): Promise<number | null>
}
