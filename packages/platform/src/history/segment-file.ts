import { randomUUID } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { type FileHandle, link, open, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { MAX_SEGMENT_BYTES, type Segment } from '@testwarden/history/segment'
import { fsError, fsErrorCode } from './fs-error.js'
import { type HistoryFolder, requireInside } from './history-folder.js'

/** `fault`: why the file is no segment that we may read, for people. */
export type SegmentRead =
  | { readonly ok: true; readonly segment: Segment }
  | { readonly ok: false; readonly fault: string }

/** @throws PlatformError when the file cannot be opened or read, or is a link that leaves the history. */
export async function readSegmentFile(folder: HistoryFolder, path: string): Promise<SegmentRead> {
  try {
    const real = await requireInside(folder, join(folder.root, path))
    if (real === null) return { ok: false, fault: `${path} has just been removed; it is not used` }
    return await readWhole(real, path)
  } catch (error) {
    throw fsError(error, `read ${path} in the history`)
  }
}

/**
 * Writes a whole file or none, and never over another: the bytes go to a draft beside it, which then gets its name by a
 * link, and a link refuses a name that is taken. A writer that dies leaves at most a draft, which no reader looks at.
 * @returns false when the name is taken
 * @throws PlatformError
 */
export async function publishFile(path: string, content: Uint8Array): Promise<boolean> {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.draft`)
  try {
    await writeDraft(draft, content)
    await link(draft, path)
    return true
  } catch (error) {
    if (fsErrorCode(error) === 'EEXIST') return false
    throw fsError(error, `write ${path}`)
  } finally {
    await rm(draft, { force: true })
  }
}

async function writeDraft(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(content)
    // On the disk before it has its name: a power failure must not leave a name without bytes.
    await file.sync()
  } finally {
    await file.close()
  }
}

async function readWhole(real: string, path: string): Promise<SegmentRead> {
  const file = await open(real, READ_FLAGS)
  try {
    const stats = await file.stat()
    const fault = faultOf(stats)
    if (fault !== null) return { ok: false, fault: `${path} ${fault}; it is not used` }
    return { ok: true, segment: { path, content: await readAtMost(file, stats.size) } }
  } finally {
    await file.close()
  }
}

/** Not following a link that replaced the file meanwhile, not waiting for the writer of a pipe. */
const READ_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

function faultOf(stats: Stats): string | null {
  if (!stats.isFile()) return 'is no regular file'
  return stats.size > MAX_SEGMENT_BYTES ? `is longer than ${MAX_SEGMENT_BYTES} bytes` : null
}

/** A file that grows while it is read stays at the size it had. */
async function readAtMost(file: FileHandle, bytes: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(bytes)
  let filled = 0
  while (filled < bytes) {
    const { bytesRead } = await file.read(buffer, filled, bytes - filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}
