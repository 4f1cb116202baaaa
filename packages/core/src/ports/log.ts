/** The job's log or standard error. Text may be hostile: an implementation lets nothing become a workflow command. */
export interface Log {
  info(message: string): void
  warning(message: string): void
  error(message: string): void
  /** Many lines under a title, folded where the log can fold. */
  group(title: string, text: string): void
  /** Only shown when the user asked for it. */
  debug(message: string): void
}
