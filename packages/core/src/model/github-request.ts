/** What happened to an issue since it was opened, oldest first. */
export interface ReadTimeline {
  readonly kind: 'read-timeline'
  readonly id: string
  readonly issue: number
}

/** What people may do in the repository: a command of somebody who may only read counts for nothing. */
export interface AskPermissions {
  readonly kind: 'ask-permissions'
  readonly id: string
  /** At most {@link LOGINS_MAX} of them are asked for. */
  readonly logins: readonly string[]
}

/** Each login is a request of its own. */
export const LOGINS_MAX = 50

/** Runs of a workflow, and whether the workflow is switched on at all. */
export interface ListRuns {
  readonly kind: 'list-runs'
  readonly id: string
  /** The name of its file, `ci.yml`, or its own. */
  readonly workflow: string
  readonly branch: string
  /** GitHub's name of the event; null: of any. */
  readonly event: string | null
  /** Those that began at or after this moment; ISO 8601, UTC. */
  readonly since: string
}

/** The open pull requests. */
export interface ListPulls {
  readonly kind: 'list-pulls'
  readonly id: string
}

/** Of each commit the newest job of a name, such as to run it again. */
export interface ListJobs {
  readonly kind: 'list-jobs'
  readonly id: string
  /** The name of its file, `ci.yml`, or its own. */
  readonly workflow: string
  /** As GitHub shows it: `freeze`, `test (20, ubuntu)`, `caller / called`. */
  readonly job: string
  /** GitHub's name of the event that starts the runs: `pull_request`. */
  readonly event: string
  /** Heads of pull requests. At most {@link HEADS_MAX} of them are looked at: each takes one or two requests. */
  readonly headShas: readonly string[]
}

export const HEADS_MAX = 100

/** Commits that a branch got between two of its own, or one commit alone: who wrote them, and their titles. */
export interface ListCommits {
  readonly kind: 'list-commits'
  readonly id: string
  /** null: only the head. */
  readonly base: string | null
  readonly head: string
}

/** Questions that only GitHub can answer, whichever job asks them. */
export type GitHubRequest = ReadTimeline | AskPermissions | ListRuns | ListPulls | ListJobs | ListCommits
