import type { Log } from '@testwarden/core/ports/log'

export interface LogLine {
  readonly level: 'info' | 'warning' | 'error' | 'debug'
  readonly message: string
}

/** Keeps what was said, in order. */
export class CapturingLog implements Log {
  readonly lines: LogLine[] = []

  info(message: string): void {
    this.lines.push({ level: 'info', message })
  }

  warning(message: string): void {
    this.lines.push({ level: 'warning', message })
  }

  error(message: string): void {
    this.lines.push({ level: 'error', message })
  }

  group(title: string, text: string): void {
    this.lines.push({ level: 'info', message: `${title}\n${text}` })
  }

  debug(message: string): void {
    this.lines.push({ level: 'debug', message })
  }
}
