/** What became of the channels that need GitHub's API, for the summary to tell. */
export interface Delivery {
  /** Who shows findings at their lines: the step by workflow commands, or the check run, which has room for more. */
  readonly annotatedBy: 'step' | 'check-run'
  /** What should have been published and was not, each with its reason and remedy. */
  readonly unpublished: readonly string[]
}
