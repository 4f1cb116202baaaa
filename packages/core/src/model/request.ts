/** Something that must be measured or read before a decision is possible. Fulfilled by the pipeline, never by an action. */
export type Request = RunCommand | ReadWorkspaceFile

/** Runs without a shell; output is captured, never printed as it came. */
export interface RunCommand {
  readonly kind: 'run-command'
  readonly id: string
  readonly command: string
  readonly args: readonly string[]
  readonly timeoutMs: number
}

export interface ReadWorkspaceFile {
  readonly kind: 'read-file'
  readonly id: string
  /** Relative to the workspace. */
  readonly path: string
  readonly maxBytes: number
}
