import { breakCommands } from '@testwarden/core/render/escape'
import { neutralizeCommands } from '@testwarden/platform/log'
import type { Terminal } from './command.js'

const DEFAULT_COLUMNS = 100

/** The terminal that this process was started from. Colours only where a person looks, and as NO_COLOR and FORCE_COLOR say. */
export function processTerminal(): Terminal {
  const { env, stdout, stderr } = process
  for (const stream of [stdout, stderr]) stream.on('error', ignoreBrokenPipe)
  return {
    cwd: process.cwd(),
    environment: env,
    style: wantsColour(env, stdout.isTTY === true) ? 'colour' : 'plain',
    columns: stdout.columns ?? DEFAULT_COLUMNS,
    print: (text) => void stdout.write(breakCommands(text)),
    complain: (text) => void stderr.write(neutralizeCommands(text)),
  }
}

function wantsColour(env: Readonly<Record<string, string | undefined>>, isPerson: boolean): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0') return true
  return isPerson && env.TERM !== 'dumb'
}

/** Whoever reads us, such as `head`, may have enough before the end: what we found and our exit code stay. */
function ignoreBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
