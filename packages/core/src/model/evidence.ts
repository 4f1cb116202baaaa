import type { Diff } from './diff.js'
import type { EarlierVerdict } from './earlier-verdict.js'
import type { Problem } from './errors.js'
import type { CommentEvent, EndedRun } from './github-event.js'
import type { GitHubObservation } from './github-observation.js'
import type { KnownIssue } from './issue.js'
import type { RecordKey } from './record-key.js'
import type { Request } from './request.js'

/** Where and on what a run happened. Everything a later decision may need, and nothing that only this process has. */
export interface RunContext {
  readonly key: RecordKey
  /** GitHub event name, or `local` on a developer's machine. */
  readonly event: string
  /** `owner/name`; null outside GitHub. */
  readonly repository: string | null
  /** Base of links, such as `https://github.com`; null outside GitHub. */
  readonly serverUrl: string | null
  readonly branch: string | null
  readonly pullRequest: number | null
  /** The branch that a pull request or a merge group is to be merged into. Absent where no change is judged. */
  readonly baseBranch?: string
  /** The run that ended, on `workflow_run`. Absent on every other event. */
  readonly ended?: EndedRun
  /** The comment that was made, on `issue_comment`. Absent on every other event. */
  readonly comment?: CommentEvent
  /** null: the working tree, which has no sha. */
  readonly testedSha: string | null
  /** Its tree. This and the next are absent where there is no repository that has the commit. */
  readonly testedTree?: string
  /** Its first parent; null where it has none. */
  readonly testedParent?: string | null
  /** Where findings are shown. Differs from {@link testedSha} when a merge commit was tested. */
  readonly headSha: string | null
  readonly base: Base
  /** A run that may become a baseline: a push to, or a schedule on, the default branch. */
  readonly isBaseline: boolean
  /** ISO 8601, UTC. */
  readonly now: string
  readonly machine: Machine
}

/** What the tested tree is compared with, or why there is nothing to compare it with. */
export type Base =
  | {
      readonly kind: 'commit'
      readonly sha: string
      readonly origin: 'first-parent' | 'merge-base' | 'merge-group' | 'named'
    }
  | { readonly kind: 'history' }
  /** The changed lines come from a unified diff that the user named, such as where there is no git. */
  | { readonly kind: 'diff-file'; readonly path: string }
  | { readonly kind: 'unknown'; readonly reason: string; readonly remedy: string }

export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memoryMiB: number
  readonly image: string
}

/** What came of a {@link Request}. */
export interface Observation {
  readonly requestId: string
  readonly result: ObservedResult
}

export type ObservedResult =
  | ObservedCommand
  | ObservedKernel
  | { readonly kind: 'file'; readonly content: string | null }
  | ObservedEnvironment
  | ObservedIssues
  | GitHubObservation
  | { readonly kind: 'failed'; readonly message: string }

export interface ObservedCommand {
  readonly kind: 'command'
  /** null when the process was ended by a signal or by the timeout. */
  readonly exitCode: number | null
  /** Empty where reports were asked for. */
  readonly stdout: string
  readonly durationMs: number
  /** Absent: no. */
  readonly isTimedOut?: boolean
  /** Its output was longer than what is kept. Absent: no. */
  readonly isTruncated?: boolean
  /** Processes that it had started still ran when it had ended, and were ended. Absent: no. */
  readonly hasLeftovers?: boolean
  /** Processor time of it and of all that it waited for. Absent: nobody asked, or it cannot be told here. */
  readonly cpuMs?: number
  /** Sentences on what the tree that it ran in does not have. Absent: nothing. */
  readonly lacks?: readonly string[]
  /** What the action made of its reports, as plain JSON. Absent: it asked for none. */
  readonly reported?: unknown
}

export interface ObservedEnvironment {
  readonly kind: 'environment'
  /** By name; those that are not set, or that may be secrets, are not in it. */
  readonly values: Readonly<Record<string, string>>
}

export interface ObservedKernel {
  readonly kind: 'kernel'
  readonly wallNs: number
  /** Processor time; more than the other where the machine helps with several threads. */
  readonly cpuNs: number
  /** Of the whole process, with what comes before the work. */
  readonly durationMs: number
}

export interface ObservedIssues {
  readonly kind: 'issues'
  /** Those of our own author with a sound marker; ascending by number. */
  readonly issues: readonly KnownIssue[]
  /** false: there are more open issues than anybody reads, so one that is not listed may be there all the same. */
  readonly isWhole: boolean
}

/** Everything a decision rests on, as values: serialisable, mergeable, free of handles and of judgement. */
export interface Evidence<Facts> {
  readonly action: string
  readonly run: RunContext
  readonly facts: Facts
  /** What could not be read. Each makes the verdict inconclusive unless the config relaxes it. */
  readonly problems: readonly Problem[]
  readonly observations: readonly Observation[]
  /** Of the gates that were judged before this one in the same step. Absent: there was none. */
  readonly judged?: readonly EarlierVerdict[]
  /** Names of legs that handed nothing over, of a whole that was folded from legs. Absent: none is missed. */
  readonly missingLegs?: readonly string[]
  /**
   * From the tested tree to the head's, for whoever shows findings at the head without a checkout of either. Absent where
   * the two are one, and where nobody could tell.
   */
  readonly headDiff?: Diff
}

/** @see Request for what may be asked */
export function unanswered(requests: readonly Request[], observations: readonly Observation[]): Request[] {
  const answered = new Set(observations.map((observation) => observation.requestId))
  return requests.filter((request) => !answered.has(request.id))
}
