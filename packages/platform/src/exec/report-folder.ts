import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PlatformError } from '@testwarden/core/model/errors'
import { REPORT_FOLDER } from '@testwarden/core/model/request'
import type { ChildCommand } from '@testwarden/core/ports/exec'
import { messageOf } from '../files/failure.js'

/**
 * Makes a folder that is gone when `use` is done.
 * @param temporary where the runner keeps what is temporary; undefined: the machine's own place
 * @throws PlatformError when it cannot be made
 */
export async function withReportFolder<Value>(
  temporary: string | undefined,
  use: (folder: string) => Promise<Value>,
): Promise<Value> {
  const folder = await makeFolder(temporary ?? tmpdir())
  try {
    return await use(folder)
  } finally {
    // A process that left the tree may still write into it; the runner empties its own temporary folder anyway.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}

async function makeFolder(temporary: string): Promise<string> {
  try {
    return await mkdtemp(path.join(temporary, 'testwarden-report-'))
  } catch (cause) {
    throw new PlatformError(`cannot make a folder for reports: ${messageOf(cause)}`, {
      cause,
      remedy: `check that there is room in ${temporary}, and that it may be written`,
    })
  }
}

/** The command with the folder's path wherever {@link REPORT_FOLDER} stands for it. */
export function placedIn<Command extends Pick<ChildCommand, 'args' | 'env'>>(
  folder: string,
  command: Command,
): Command {
  const place = (text: string): string => text.replaceAll(REPORT_FOLDER, folder)
  const env = Object.entries(command.env ?? {}).map(([name, value]) => [name, place(value)] as const)
  return { ...command, args: command.args.map(place), env: Object.fromEntries(env) }
}

/** @throws PlatformError when it cannot be written */
export async function writeOutput(folder: string, name: string, text: string): Promise<void> {
  await writeFile(path.join(folder, path.basename(name)), text).catch((cause: unknown) => {
    throw new PlatformError(`cannot keep what the command printed: ${messageOf(cause)}`, { cause })
  })
}
