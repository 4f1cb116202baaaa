import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PlatformError } from '@testwarden/core/model/errors'
import { REPORT_FOLDER } from '@testwarden/core/model/request'
import type { ChildCommand } from '@testwarden/core/ports/exec'
import { messageOf } from '../files/failure.js'

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
