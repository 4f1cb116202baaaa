import type { Log } from '@testwarden/core/ports/log'

export interface RecordingLog extends Log {
  readonly lines: readonly string[]
}

export function recordingLog(): RecordingLog {
  const lines: string[] = []
  const add = (message: string): void => {
    lines.push(message)
  }
  const group = (title: string, text: string): void => add(`${title}\n${text}`)
  return { lines, group, info: add, warning: add, error: add, debug: add }
}
