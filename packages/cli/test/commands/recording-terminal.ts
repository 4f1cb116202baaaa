import type { Terminal } from '../../src/command.js'

export interface RecordingTerminal extends Terminal {
  readonly printed: readonly string[]
  readonly complaints: readonly string[]
}

export function recordingTerminal(cwd: string): RecordingTerminal {
  const printed: string[] = []
  const complaints: string[] = []
  return {
    cwd,
    environment: { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', HOME: cwd },
    style: 'plain',
    columns: 100,
    printed,
    complaints,
    print: (text) => void printed.push(text),
    complain: (text) => void complaints.push(text),
  }
}
