import { PlatformError } from '@testwarden/core/model/errors'
import type { Segment } from '@testwarden/history/segment'
import { gitFailure } from '../git/failures.js'
import { type GitPlace, streamGit, tryGit } from '../git/run-git.js'
import type { TreeFile } from './branch.js'
import { MARKER } from './branch-marker.js'

/** More files than this are not listed: the history would take longer to read than the job it serves. */
const MAX_FILES = 100_000

/** @throws PlatformError */
export async function listTree(
  place: GitPlace,
  { commit, folder }: { readonly commit: string; readonly folder: string | 'everything' },
): Promise<readonly TreeFile[]> {
  const paths = folder === 'everything' ? [] : [MARKER, `${folder}/`]
  const args = ['ls-tree', '-r', '-z', '--long', '--full-tree', commit, '--', ...paths]
  const answer = await tryGit(place, { what: 'list the files of the history', args })
  if (answer.exitCode !== 0) throw gitFailure('list the files of the history', answer.stderr)
  const entries = answer.stdout.split('\0').filter((entry) => entry !== '')
  if (entries.length > MAX_FILES)
    throw new PlatformError(`the history has more than ${MAX_FILES} files`, {
      remedy: 'run `testwarden history prune`, or begin a new branch for the history',
    })
  return entries.map(parseEntry)
}

/** `100644 blob <id> <bytes>\t<path>`; what is no file has `-` for its size. */
function parseEntry(entry: string): TreeFile {
  const match = /^(\d{6}) \w+ ([0-9a-f]{40,64}) +(\d+|-)\t(.+)$/s.exec(entry)
  if (match === null)
    throw new PlatformError(`cannot list the files of the history: git answered ${entry.slice(0, 100)}`)
  const [, mode = '', blob = '', bytes = '', path = ''] = match
  const kind = mode === '100644' || mode === '100755' ? 'file' : 'other'
  return { path, blob, kind, bytes: kind === 'file' ? Number(bytes) : 0 }
}

export interface BlobReading {
  readonly files: readonly TreeFile[]
  readonly take: (segment: Segment) => void
}

/** One process for all of them. A file that git cannot give is an error, never left out. @throws PlatformError */
export async function readBlobs(place: GitPlace, { files, take }: BlobReading): Promise<void> {
  if (files.length === 0) return
  const input = files.map(({ blob }) => `${blob}\n`).join('')
  const question = { what: 'read the files of the history', args: ['cat-file', '--batch'], input }
  await streamGit(place, question, (bytes) => splitBatch(bytes, { files, take }))
}

/** `<id> blob <bytes>\n<content>\n` for each, in the order that was asked for. */
async function splitBatch(bytes: AsyncIterable<Uint8Array>, { files, take }: BlobReading): Promise<void> {
  const wanted = files[Symbol.iterator]()
  let file = wanted.next()
  let rest: Buffer = Buffer.alloc(0)
  const held: Uint8Array[] = []
  let heldBytes = 0
  let neededBytes = 1
  for await (const chunk of bytes) {
    held.push(chunk)
    heldBytes += chunk.length
    if (heldBytes < neededBytes) continue
    rest = Buffer.concat(held.splice(0))
    for (let part = nextBlob(rest, file.value); part !== null; part = nextBlob(rest, file.value)) {
      if (part.content === null) {
        neededBytes = part.endByte
        break
      }
      if (file.value !== undefined) take({ path: file.value.path, content: part.content })
      rest = rest.subarray(part.endByte)
      neededBytes = rest.length + 1
      file = wanted.next()
    }
    held.push(rest)
    heldBytes = rest.length
  }
  if (file.done !== true) throw unreadable(file.value.path, 'its output ended too soon')
}

/** `content: null`: more bytes must come, up to `endByte`. null: not even the header is there, or nothing is wanted. */
function nextBlob(
  bytes: Buffer,
  file: TreeFile | undefined,
): { readonly content: Uint8Array | null; readonly endByte: number } | null {
  const end = bytes.indexOf(0x0a)
  if (file === undefined || end < 0) return null
  const header = bytes.toString('latin1', 0, end)
  const size = header.startsWith(`${file.blob} blob `) ? Number(header.slice(file.blob.length + 6)) : Number.NaN
  if (!Number.isSafeInteger(size)) throw unreadable(file.path, `git answered ${JSON.stringify(header.slice(0, 100))}`)
  const endByte = end + 1 + size + 1
  return { content: bytes.length < endByte ? null : bytes.subarray(end + 1, endByte - 1), endByte }
}

function unreadable(path: string, reason: string): PlatformError {
  return new PlatformError(`cannot read ${path} in the history: ${reason}`, {
    remedy: 'run the job again; if it stays so, see `testwarden history verify`',
  })
}
