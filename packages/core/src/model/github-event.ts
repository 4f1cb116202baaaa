/** A run that ended, as the event `workflow_run` tells it to the run that it starts. */
export interface EndedRun {
  /** The workflow's name, as GITHUB_WORKFLOW has it. */
  readonly workflow: string
  /** `.github/workflows/ci.yml` */
  readonly path: string
  /** What had started it. */
  readonly event: string
  /** GitHub's word, such as `failure`. */
  readonly conclusion: string
  /** null: GitHub names none, such as for a tag that is gone. */
  readonly branch: string | null
  readonly headSha: string
  /** GITHUB_RUN_ID */
  readonly run: string
  /** 1 for the first. */
  readonly attempt: number
  /** Its branch is another repository's, whatever it is called. */
  readonly isFork: boolean
}

/** A comment that somebody made on an issue or a pull request, as the event `issue_comment` tells it. */
export interface CommentEvent {
  /** Number of the issue or pull request. */
  readonly issue: number
  readonly isPullRequest: boolean
  readonly id: number
  readonly login: string
  /** Its beginning, of at most `COMMENT_CHARACTERS_MAX` characters. */
  readonly body: string
}
