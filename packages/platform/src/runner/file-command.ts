import { randomUUID } from 'node:crypto'
import { appendFile } from 'node:fs/promises'
import { EOL } from 'node:os'
import { PlatformError } from '@testwarden/core/model/errors'
import { messageOf } from '../files/failure.js'

/**
 * One output as the lines that the runner expects in GITHUB_OUTPUT. The delimiter cannot be guessed, so no value can
 * end its own lines and start another output.
 */
export function outputLines(name: string, value: string): string {
  const delimiter = `ghadelimiter_${randomUUID()}`
  return `${name}<<${delimiter}${EOL}${value}${EOL}${delimiter}${EOL}`
}

/**
 * Appends to a file that the runner made for this step.
 * @param variable GITHUB_OUTPUT or GITHUB_STEP_SUMMARY
 * @throws PlatformError when the runner gave no such file, or when it cannot be written
 */
export async function appendToStepFile(env: NodeJS.ProcessEnv, variable: string, text: string): Promise<void> {
  const path = env[variable]
  if (path === undefined || path === '') {
    throw new PlatformError(`${variable} is not set`, {
      remedy: 'run the action in a workflow; on your machine use the command line',
    })
  }
  await appendFile(path, text).catch((cause: unknown) => {
    throw new PlatformError(`cannot write the file of ${variable}: ${messageOf(cause)}`, {
      cause,
      remedy: `check that ${variable} names a file that this step may write`,
    })
  })
}
