/** Child processes, without a shell. Their output is captured and never reaches our own log as it came. */
export interface Exec {
  run(command: ChildCommand): Promise<ChildResult>
}

export interface ChildCommand {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly timeoutMs: number
  /** Output beyond this is dropped, and the result says so. */
  readonly maxOutputBytes: number
}

export interface ChildResult {
  /** null when the process was ended by a signal or by the timeout. */
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  readonly isTimedOut: boolean
  readonly isTruncated: boolean
  readonly durationMs: number
}
