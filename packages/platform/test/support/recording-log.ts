import type { Log } from '@testwarden/core/ports/log'

export interface RecordingLog extends Log {
  readonly lines: readonly string[]
}

export function recordingLog(): RecordingLog {
  const lines: string[] = []
  const add = (message: string): void => {
    lines.push(message)
  }
  return { lines, info: add, warning: add, error: add, debug: add }
}
