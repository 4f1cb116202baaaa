import type { CommandReport } from '../model/request.js'
import type { Files } from './files.js'

/** Child processes, without a shell. Their output is captured and never reaches our own log as it came. */
export interface Exec {
  run(command: ChildCommand): Promise<ChildResult>
  /**
   * Runs a command that writes files.
   * @param read gets them as long as it takes; afterwards those of the fresh folder are gone
   * @throws PlatformError when the command cannot be started
   */
  runForFiles<Value>(
    command: WritingCommand,
    read: (written: WrittenFiles) => Promise<Value>,
  ): Promise<WritingResult<Value>>
}

/** `REPORT_FOLDER` of core/model/request in arguments and environment is the path of its fresh folder. */
export interface WritingCommand extends ChildCommand {
  readonly report: CommandReport
}

export interface WrittenFiles {
  /** All that was written, whatever the pattern; nothing else can be read, and nothing can be written. */
  readonly files: Files
  readonly child: ChildResult
}

export interface WritingResult<Value> {
  readonly child: ChildResult
  readonly value: Value
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
