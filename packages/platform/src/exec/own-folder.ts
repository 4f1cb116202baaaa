import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PlatformError } from '@testwarden/core/model/errors'
import { messageOf } from '../files/failure.js'

/**
 * Makes a folder that is gone when `use` is done.
 * @param temporary where the runner keeps what is temporary; undefined: the machine's own place
 * @throws PlatformError when it cannot be made
 */
export async function withOwnFolder<Value>(
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
    return await mkdtemp(path.join(temporary, 'testwarden-run-'))
  } catch (cause) {
    throw new PlatformError(`cannot make a folder for what a command writes: ${messageOf(cause)}`, {
      cause,
      remedy: `check that there is room in ${temporary}, and that it may be written`,
    })
  }
}
