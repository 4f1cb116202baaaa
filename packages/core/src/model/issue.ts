/** The hidden line of an issue that we wrote: how a later run knows it again. Ids and words of ours, never anybody's text. */
export interface IssueMarker {
  /** The action that keeps the issue, such as `flaky-detector`. */
  readonly action: string
  /** What the issue is about: two issues of one action that share a key are about the same. */
  readonly keys: readonly string[]
  /** Where it stands, in a word of its action. */
  readonly state: string
  /** What its action must remember beyond that: ids of its own. */
  readonly about: readonly string[]
  /** GITHUB_RUN_ID of the run that wrote it last. It grows, so an older run can tell that it came too late. */
  readonly run: string
}

/** An issue of ours, as it was found on GitHub. */
export interface KnownIssue {
  readonly number: number
  readonly title: string
  readonly marker: IssueMarker
  /** Of the text that stands below the marker, see `textDigest`: people may have edited it. */
  readonly digest: string
  /** What stands below the marker, as it is now. Absent: nobody asked. */
  readonly text?: string
  /** Somebody damaged the marker, or took it away: only its keys are what they were. Absent: nobody did. */
  readonly isDamaged?: true
  readonly state: 'open' | 'closed'
  /** How it was closed; null while it is open. `unwanted`: as not planned or as a duplicate. */
  readonly closedAs: 'done' | 'unwanted' | null
  readonly labels: readonly string[]
  /** Logins. */
  readonly assignees: readonly string[]
  /** How many there are: GitHub takes no more than 2,500. */
  readonly comments: number
  /** Nobody without a special right can comment. */
  readonly isLocked: boolean
  /** ISO 8601, UTC. */
  readonly createdAt: string
  /** null while it is open. */
  readonly closedAt: string | null
}
