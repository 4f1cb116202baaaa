import { randomUUID } from 'node:crypto'
import { PlatformError } from '@testwarden/core/model/errors'
import { MAX_SEGMENT_BYTES, type Segment } from '@testwarden/history/segment'
import { isEmptyEdit } from '@testwarden/history/segment-edit'
import { type ArchiveContent, type ArchivePlan, type HistoryArchive, MAX_ARCHIVE_BYTES } from './archive.js'
import type { HistoryBranch, TreeFile } from './branch.js'
import { changesOf } from './branch-changes.js'
import { shortRef } from './branch-ref.js'
import { type BranchSession, openBranchSession } from './branch-session.js'
import { JOB_PATIENCE, keepTrying, type Patience, type TryResult } from './growing-wait.js'

export interface BranchArchiveOptions {
  readonly name: string
  readonly branch: HistoryBranch
  readonly patience?: Patience
}

interface OpenArchive {
  readonly branch: HistoryBranch
  readonly session: BranchSession
}

/** All of a history branch. A change is one commit on the state that it was planned for. */
export function createBranchArchive({ name, branch, patience }: BranchArchiveOptions): HistoryArchive {
  const open: OpenArchive = { branch, session: openBranchSession(branch) }
  return {
    name,
    async read() {
      const commit = await open.session.refresh()
      return commit === null ? null : (await readEverything(open, commit)).content
    },
    change: (plan) =>
      keepTrying(patience ?? JOB_PATIENCE, {
        what: `change the history ${shortRef(branch.ref)}`,
        attempt: () => tryChange(open, plan),
      }),
  }
}

async function tryChange<Plan extends ArchivePlan>(
  open: OpenArchive,
  plan: (content: ArchiveContent) => Plan,
): Promise<TryResult<Plan>> {
  const { branch, session } = open
  const expected = await session.refresh()
  const { content, files } = expected === null ? NOTHING : await readEverything(open, expected)
  const planned = plan(content)
  if (isEmptyEdit(planned.edit)) return { value: planned }
  const changes = changesOf({ files, edit: planned.edit, isFirst: expected === null })
  const message = `${planned.title}\n\n[skip ci]\nwrite-id: ${randomUUID()}\n`
  const commit = await branch.commit({ parent: expected, changes, message })
  if ((await branch.publish({ expected, commit })) === 'moved-meanwhile') return 'again'
  session.advance(commit)
  return { value: planned }
}

interface Everything {
  readonly content: ArchiveContent
  readonly files: readonly TreeFile[]
}

const NOTHING: Everything = { content: { segments: [], faults: [] }, files: [] }

async function readEverything({ branch, session }: OpenArchive, commit: string): Promise<Everything> {
  const files = await session.list(commit, 'everything')
  const readable = files.filter(({ kind, bytes }) => kind === 'file' && bytes <= MAX_SEGMENT_BYTES)
  const unread = files.filter((file) => !readable.includes(file))
  if (readable.reduce((sum, { bytes }) => sum + bytes, 0) > MAX_ARCHIVE_BYTES) throw tooLarge(branch.ref)
  const segments: Segment[] = []
  await branch.read(readable, ({ path, content }) => segments.push({ path, content: content.slice() }))
  const faults = unread.map(({ path, kind }) => `${path} ${kind === 'other' ? 'is no regular file' : 'is too long'}`)
  return { content: { segments, faults }, files }
}

function tooLarge(ref: string): PlatformError {
  return new PlatformError(`the history ${shortRef(ref)} is larger than ${MAX_ARCHIVE_BYTES / 1024 / 1024} MiB`, {
    remedy: 'begin a new branch for the history, and keep this one as it is',
  })
}
