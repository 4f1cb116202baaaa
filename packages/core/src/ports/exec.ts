import type { CommandReport, RunCommand } from '../model/request.js'
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

export interface ChildCommand extends Pick<RunCommand, 'tree' | 'measure'> {
  readonly command: string
  readonly args: readonly string[]
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
  /** Processes that it had started still ran when it had ended, and were ended. Never on Windows, which cannot tell. */
  readonly hasLeftovers: boolean
  readonly durationMs: number
  /** Processor time of it and of all that it waited for; null: nobody asked, or it cannot be told here. */
  readonly cpuMs: number | null
  /** Sentences on what the tree that it ran in does not have. */
  readonly lacks: readonly string[]
}
