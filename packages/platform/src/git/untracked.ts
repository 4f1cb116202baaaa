import { constants } from 'node:fs'
import { lstat, open } from 'node:fs/promises'
import path from 'node:path'
import type { Diff, FileDiff, Hunk } from '@testwarden/core/model/diff'
import type { Log } from '@testwarden/core/ports/log'

/** Git itself looks this far for a NUL to call a file binary. */
const BINARY_PROBE_BYTES = 8000
const CHUNK_BYTES = 64 * 1024
const MAX_FILE_BYTES = 16 * 1024 * 1024
const MAX_FILES = 20_000

/** New files of a developer, which git does not know yet, as the diff would show them once they are added. */
export async function describeUntracked(top: string, paths: readonly string[], log: Log): Promise<Diff> {
  if (paths.length > MAX_FILES)
    log.warning(`${paths.length} files are not tracked; only the first ${MAX_FILES} count as new: extend .gitignore`)
  const added: FileDiff[] = []
  for (const newPath of paths.slice(0, MAX_FILES)) {
    const content = await countLines(path.join(top, newPath))
    if (content === 'too long')
      log.warning(`${newPath} is longer than ${MAX_FILE_BYTES} bytes: its lines do not count as new`)
    if (content !== null) added.push(addedFile(newPath, content))
  }
  return added
}

/** Lines, or why there are none; null when there is no regular file (removed meanwhile, a link, a pipe). */
type Content = number | 'binary' | 'too long' | null

function addedFile(newPath: string, content: Exclude<Content, null>): FileDiff {
  const lines = typeof content === 'number' ? content : 0
  const hunks: readonly Hunk[] = lines === 0 ? [] : [{ oldStart: 0, oldCount: 0, newStart: 1, newCount: lines }]
  return { oldPath: null, newPath, isBinary: typeof content !== 'number', hunks }
}

async function countLines(file: string): Promise<Content> {
  const found = await lstat(file).catch(() => null)
  if (found === null || !found.isFile()) return null
  if (found.size > MAX_FILE_BYTES) return 'too long'
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(() => null)
  if (handle === null) return null
  try {
    return await countIn(handle.createReadStream({ highWaterMark: CHUNK_BYTES, autoClose: false }))
  } finally {
    await handle.close()
  }
}

async function countIn(chunks: AsyncIterable<Buffer>): Promise<number | 'binary'> {
  let lines = 0
  let lastByte = NEWLINE
  let isFirst = true
  for await (const chunk of chunks) {
    if (isFirst && chunk.subarray(0, BINARY_PROBE_BYTES).includes(0)) return 'binary'
    isFirst = false
    for (const byte of chunk) if (byte === NEWLINE) lines++
    lastByte = chunk.at(-1) ?? lastByte
  }
  // A last line without a line end is a line too.
  return lastByte === NEWLINE ? lines : lines + 1
}

const NEWLINE = 0x0a
