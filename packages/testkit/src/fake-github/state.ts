import { createHash } from 'node:crypto'
import type { Issue, Pull, Repository } from './repository.js'

/** Everything that the fake knows. Tests fill it before, and look at it after. */
export interface GitHubState {
  /** By `owner/name`, in lower case. */
  readonly repositories: Map<string, Repository>
  readonly rateLimit: RateLimit
  readonly now: () => Date
  /** Ids and numbers come from one sequence, so that no two things are taken for each other. */
  nextId(): number
}

export interface RateLimit {
  limit: number
  remaining: number
  /** Seconds since 1970. */
  reset: number
}

export function createState(now: () => Date): GitHubState {
  let lastId = 1000
  return {
    repositories: new Map(),
    rateLimit: { limit: 1000, remaining: 1000, reset: Math.floor(now().getTime() / 1000) + 3600 },
    now,
    nextId: () => ++lastId,
  }
}

export interface RepositoryOptions {
  readonly owner: string
  readonly name: string
  readonly defaultBranch?: string
  readonly isPrivate?: boolean
}

export function addRepository(state: GitHubState, options: RepositoryOptions): Repository {
  const repository: Repository = {
    id: state.nextId(),
    owner: options.owner,
    name: options.name,
    defaultBranch: options.defaultBranch ?? 'main',
    isPrivate: options.isPrivate ?? false,
    commits: new Map(),
    refs: new Map(),
    issues: new Map(),
    pulls: new Map(),
    comments: new Map(),
    events: [],
    labels: new Map(),
    checkRuns: new Map(),
    artifacts: new Map(),
    jobs: new Map(),
    runs: new Map(),
    workflows: new Map(),
    texts: new Map(),
    collaborators: new Map(),
    numbers: 0,
  }
  state.repositories.set(`${options.owner}/${options.name}`.toLowerCase(), repository)
  return repository
}

/** @returns its sha: the one given, such as that of a real commit, or one made of the content */
export function addCommit(
  repository: Repository,
  commit: {
    readonly sha?: string
    readonly parents?: readonly string[]
    readonly message?: string
    readonly author?: string
  },
): string {
  const parents = commit.parents ?? []
  const message = commit.message ?? `Commit ${repository.commits.size + 1}`
  const sha =
    commit.sha ??
    createHash('sha1')
      .update(JSON.stringify([parents, message]))
      .digest('hex')
  repository.commits.set(sha, { sha, parents, message, author: commit.author ?? null })
  return sha
}

export interface PullOptions {
  readonly number?: number
  readonly title?: string
  readonly base: Pull['base']
  readonly head: { readonly ref: string; readonly sha: string; readonly repository?: string }
  readonly mergeCommitSha?: string
  readonly author?: string
}

export function addPull(state: GitHubState, repository: Repository, options: PullOptions): Pull {
  const issue = addIssue(state, repository, {
    title: options.title ?? 'A change',
    author: options.author ?? 'octocat',
    ...(options.number === undefined ? {} : { number: options.number }),
  })
  const pull: Pull = {
    number: issue.number,
    base: options.base,
    head: { repository: `${repository.owner}/${repository.name}`, ...options.head },
    mergeCommitSha: options.mergeCommitSha ?? null,
  }
  repository.pulls.set(pull.number, pull)
  return pull
}

export interface IssueOptions {
  readonly number?: number
  readonly title: string
  readonly body?: string | null
  readonly labels?: readonly string[]
  readonly assignees?: readonly string[]
  readonly author: string
}

export function addIssue(state: GitHubState, repository: Repository, options: IssueOptions): Issue {
  const number = options.number ?? repository.numbers + 1
  repository.numbers = Math.max(repository.numbers, number)
  const createdAt = timestamp(state)
  const issue: Issue = {
    id: state.nextId(),
    number,
    title: options.title,
    body: options.body ?? null,
    state: 'open',
    stateReason: null,
    isLocked: false,
    labels: options.labels ?? [],
    assignees: options.assignees ?? [],
    author: options.author,
    createdAt,
    updatedAt: createdAt,
    closedAt: null,
  }
  repository.issues.set(number, issue)
  return issue
}

/** Whole seconds, as GitHub writes them. */
export function timestamp(state: GitHubState): string {
  return state
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
}
