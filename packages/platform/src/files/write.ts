import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PlatformError } from '@testwarden/core/model/errors'
import { type Boundary, confine } from './confine.js'
import { messageOf } from './failure.js'

/**
 * Writes a file whole or not at all: a reader never sees half of it, and a full disk leaves the old one.
 * @throws PlatformError outside the boundary, inside `.git`, over anything but a regular file, or when the disk refuses
 */
export async function writeWhole(boundary: Boundary, given: string, content: string | Uint8Array): Promise<void> {
  const target = await confine(boundary, given)
  if (boundary.reach === 'workspace' && isInGitFolder(boundary, target))
    throw new PlatformError(`${given} lies in git's own folder`, { remedy: 'name another path to write to' })
  const found = await stat(target).catch(() => null)
  if (found !== null && !found.isFile())
    throw new PlatformError(`${given} exists and is no regular file`, { remedy: 'name another path to write to' })
  await writeAndRename(target, given, content)
}

async function writeAndRename(target: string, given: string, content: string | Uint8Array): Promise<void> {
  const temporary = path.join(path.dirname(target), `.${randomUUID()}.tmp`)
  try {
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(temporary, content, { flag: 'wx' })
    await rename(temporary, target)
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw new PlatformError(`cannot write ${given}: ${messageOf(cause)}`, {
      cause,
      remedy: 'check that the folder is writable and the disk is not full',
    })
  }
}

function isInGitFolder({ realRoot }: Boundary, target: string): boolean {
  return path.relative(realRoot, target).split(path.sep).includes('.git')
}
