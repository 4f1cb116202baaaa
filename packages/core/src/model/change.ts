import type { HistoryRecord } from './history-record.js'

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
  readonly body: unknown
  /** Of the record, see {@link HistoryRecord}. */
  readonly provides?: readonly string[]
  readonly needs?: readonly string[]
  /** Only a job that publishes the run writes it: it is no baseline, and a pull request's own job writes no history. */
  readonly keptBy?: 'publish'
  /** Says nothing of the whole run, so `publish` keeps it of a leg even where other legs are missing. Absent: it does. */
  readonly standsAlone?: true
}

/** Adds records of several runs as one write, such as those of all legs of a matrix. They are of one action. */
export interface AppendRecords extends ChangeBase {
  readonly kind: 'append-records'
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
  readonly labels: readonly string[]
}

export interface UpdateIssue extends ChangeBase {
  readonly kind: 'update-issue'
  readonly issue: number | ReceiptReference
  readonly body?: string
  readonly state?: 'open' | 'closed'
  /** Why it is closed; absent where it is not. */
  readonly closedAs?: 'completed' | 'not_planned'
  /** Said before anything else is changed, and once only. Absent: nothing is said, and nobody is notified. */
  readonly comment?: IssueRemark
}

/** A comment on an issue of ours. */
export interface IssueRemark {
  /** The same remark has the same key in every run: letters, digits, `_`, `.` and `-`. */
  readonly key: string
  /** Markdown. */
  readonly body: string
}

/** What a decision wants done to the world. Values only; `platform/effects` does it. */
export type Change = AppendHistory | AppendRecords | WriteFile | OpenIssue | UpdateIssue

/** What became of a {@link Change}. Nothing is retried within the run; a later run repairs what failed. */
export type Receipt =
  | { readonly key: string; readonly status: 'done'; readonly id?: number | string }
  | { readonly key: string; readonly status: 'planned'; readonly description: string }
  | { readonly key: string; readonly status: 'refused'; readonly message: string; readonly permission: string | null }
  | { readonly key: string; readonly status: 'failed'; readonly message: string; readonly retryable: boolean }
