import type { HistoryRecord } from './history-record.js'
import type { Notice } from './notice.js'
import type { TargetSettings } from './target.js'

/** A value that an earlier change of the same decision will have produced, such as the number of the issue it opened. */
export interface ReceiptReference {
  /** {@link Change.key} of the earlier change. */
  readonly ref: string
  readonly field: 'id'
}

interface ChangeBase {
  /** Doing the same key twice has the effect of doing it once. */
  readonly key: string
}

/** Adds one record to the history store. */
export interface AppendHistory extends ChangeBase {
  readonly kind: 'append-history'
  /** JSON. A {@link ReceiptReference} anywhere in it becomes the receipt's id, or null where there is none. */
  readonly body: unknown
  /** Of the record, see {@link HistoryRecord}. */
  readonly provides?: readonly string[]
  readonly needs?: readonly string[]
  /** Only a job that publishes the run writes it: it is no baseline, and a pull request's own job writes no history. */
  readonly keptBy?: 'publish'
  /**
   * It says nothing of the tested files but of the branch itself, such as that a person ended an incident, in a run that
   * GitHub starts with the branch's own code. Absent: only a run that may become a baseline is believed.
   */
  readonly speaksFor?: 'default-branch'
  /** Says nothing of the whole run, so `publish` keeps it of a leg even where other legs are missing. Absent: it does. */
  readonly standsAlone?: true
}

/** Adds records of several runs as one write, such as those of all legs of a matrix. They are of one action. */
export interface AppendRecords extends ChangeBase {
  readonly kind: 'append-records'
  /** References in their bodies are resolved as in {@link AppendHistory}. */
  readonly records: readonly HistoryRecord[]
}

/** Writes a file into the workspace or a path that the user named. */
export interface WriteFile extends ChangeBase {
  readonly kind: 'write-file'
  readonly path: string
  readonly content: string
}

/** Opens an issue. One whose body has a marker is not opened where one about the same is open already. */
export interface OpenIssue extends ChangeBase {
  readonly kind: 'open-issue'
  readonly title: string
  /** Markdown; the first line may be a marker, see `render/issue-marker`. */
  readonly body: string
  /** Those that the repository does not have yet are made, where the token may. */
  readonly labels: readonly string[]
  /** Logins; at most ten count. Whoever cannot be assigned is left out, and the receipt says so. Absent: nobody. */
  readonly assignees?: readonly string[]
  /** Number of the open issue about the same that this one goes on for, as it is full: it is closed. Absent: none is. */
  readonly continues?: number
}

export interface UpdateIssue extends ChangeBase {
  readonly kind: 'update-issue'
  readonly issue: number | ReceiptReference
  readonly title?: string
  readonly body?: string
  /** As in {@link OpenIssue}; people's own stay. */
  readonly labelsToAdd?: readonly string[]
  readonly labelsToRemove?: readonly string[]
  /** As in {@link OpenIssue}; whoever is assigned stays so. */
  readonly assigneesToAdd?: readonly string[]
  readonly state?: 'open' | 'closed'
  /** Why it is closed; absent where it is not. */
  readonly closedAs?: 'completed' | 'not_planned'
  /** What the body says of other changes once those are done; without a body the one that the issue has then. Absent: nothing. */
  readonly fillIns?: readonly FillIn[]
  /** Said before anything else is changed, and once only. Absent: nothing is said, and nobody is notified. */
  readonly comment?: IssueRemark
  /**
   * Key of an earlier change that must be done first, and by this very run: where somebody else did it, they do this one
   * too. Absent: it is done whatever became of the others.
   */
  readonly needs?: string
  /**
   * What the issue's marker was when it was read, see `markerSum`; `damaged` where it had no sound one. Where it is another
   * one by now somebody else was quicker, and nothing is done. Absent: it is done whatever stands there.
   */
  readonly expects?: string
}

/** A change whose receipt the body of an issue remembers, so that no later run does it again. */
export interface FillIn {
  /** {@link Change.key} of an earlier change of the same decision. Where it is not done, the body stays as it is. */
  readonly of: string
  /** Where that failed the body changes too: nobody knows how much of it was done. Absent: it stays. */
  readonly evenIfFailed?: true
  /** A word of the marker's `about`, and what it becomes; empty: it goes. `{id}` is the receipt's id, as far as a marker can hold it. */
  readonly word: string
  readonly becomes: string
  /** The text of an open item of a checklist, `- [ ] <item>`, that is ticked. Absent: none is. */
  readonly item?: string
}

/** A comment on an issue of ours. */
export interface IssueRemark {
  /** The same remark has the same key in every run: letters, digits, `_`, `.` and `-`. */
  readonly key: string
  /** Markdown. */
  readonly body: string
}

/** Tells one target of an incident. The receipt's id is the thread that later notices name, see `ports/notifier`. */
export interface Notify extends ChangeBase {
  readonly kind: 'notify'
  readonly target: TargetSettings
  readonly notice: Notice
  /**
   * Key of an earlier change that must be done first, as in {@link UpdateIssue}: nobody is told what nobody would remember,
   * or what another run tells. Absent: it is told whatever became of the others.
   */
  readonly needs?: string
  /**
   * The target takes a second message of the same for the first one, and nobody must remember this one: it is told also
   * where the change that it needs failed. Absent: it is not.
   */
  readonly knowsKey?: true
  /** A step that could not tell it ends with exit code 1. Absent: its exit code does not depend on it. */
  readonly isStrict?: true
}

/** Runs one job of an earlier run again, and the jobs that need it. Whether it may is GitHub's to say, and a receipt. */
export interface RerunJob extends ChangeBase {
  readonly kind: 'rerun-job'
  readonly jobId: number
}

/** What a decision wants done to the world. Values only; `platform/effects` does it. */
export type Change = AppendHistory | AppendRecords | WriteFile | OpenIssue | UpdateIssue | RerunJob | Notify

/** What became of a {@link Change}. Nothing is retried within the run; a later run repairs what failed. */
export type Receipt =
  | {
      readonly key: string
      readonly status: 'done'
      readonly id?: number | string
      /** Sentences on what was left out, such as a label that could not be made. Absent: nothing. */
      readonly lacks?: readonly string[]
      /** Somebody else was quicker, and does what belongs to it. Absent: this run did it. */
      readonly isOthers?: true
    }
  | { readonly key: string; readonly status: 'planned'; readonly description: string }
  | { readonly key: string; readonly status: 'refused'; readonly message: string; readonly permission: string | null }
  | {
      readonly key: string
      readonly status: 'failed'
      readonly message: string
      readonly retryable: boolean
      /** It was not tried: a change that it needs failed, and says why. Absent: it was. */
      readonly isConsequence?: true
    }
