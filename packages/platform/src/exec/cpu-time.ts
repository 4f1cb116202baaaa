import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { findProgram } from './find-program.js'
import type { PlacedCommand } from './placed-command.js'

/**
 * What `time` tells goes into a file of our own, so that it is no part of what the command prints. The command is its
 * parameters, and never part of what bash reads as code.
 */
const SCRIPT = 'out=$1; shift; TIMEFORMAT="%3U %3S"; { time "$@" 2>&3 3>&-; } 3>&2 2>"$out"'
const TIMES = /^(\d+)[.,](\d{3}) (\d+)[.,](\d{3})$/m

/** Where the times of a command are left. */
export interface CpuClock {
  readonly command: PlacedCommand
  /** Once it has ended; null when it did not end by itself. */
  read(): Promise<number | null>
}

/**
 * The same command under the clock of bash, which Node has no other way to: user and system time of the command and of
 * all that it waited for, in milliseconds. One that a signal ended has exit code 128 and its number. null: it cannot be
 * told here, for want of bash, or because there is no such program.
 * @param folder of our own
 */
export function underClock(command: PlacedCommand, folder: string): CpuClock | null {
  if (process.platform === 'win32') return null
  const [bash, program] = [findProgram('bash', command), findProgram(command.command, command)]
  if (bash === null || program === null) return null
  const file = path.join(folder, 'cpu-time')
  // By its path, as bash has commands of its own that a bare name could mean.
  const args = ['-c', SCRIPT, 'bash', file, program, ...command.args]
  return { command: { ...command, command: bash, args }, read: () => readTimes(file) }
}

async function readTimes(file: string): Promise<number | null> {
  const times = TIMES.exec(await readFile(file, 'utf8').catch(() => ''))
  if (times === null) return null
  const [user, userMs, system, systemMs] = times.slice(1).map(Number)
  return ((user ?? 0) + (system ?? 0)) * 1000 + (userMs ?? 0) + (systemMs ?? 0)
}
