/** The job's log or standard error. Text may be hostile: an implementation lets nothing become a workflow command. */
export interface Log {
  info(message: string): void
  warning(message: string): void
  error(message: string): void
  /** Only shown when the user asked for it. */
  debug(message: string): void
}
