import { PlatformError } from '@testwarden/core/model/errors'
import { createConnector, type GitHubClient, type GitHubOptions } from '../github/connection.js'
import {
  compareStates,
  createCommit,
  createRef,
  createTree,
  failedAnswer,
  getBlob,
  getCommitTree,
  getDefaultBranch,
  getRef,
  getTree,
  type NewTreeEntry,
  type TreeEntry,
  updateRef,
} from '../github/git-data.js'
import type { HistoryBranch, TreeChange, TreeFile } from './branch.js'
import { MARKER } from './branch-marker.js'
import { shortRef } from './branch-ref.js'
import { refusalOf } from './write-refusals.js'

/** GitHub asks for few requests at once. */
const PARALLEL_READS = 6

export interface ApiBranchOptions {
  readonly ref: string
  readonly github: GitHubOptions
}

/**
 * A ref of the job's repository by GitHub's Git Data API, for machines without git. GitHub moves a ref forward only,
 * which is the compare-and-swap: the new commit stands on the one that was looked at.
 */
export function createApiBranch({ ref, github }: ApiBranchOptions): HistoryBranch {
  const name = ref.slice('refs/'.length)
  const client = createConnector(github)
  return {
    ref,
    fetch: async () => readRef(await client(), name),
    isAncestor: async (older, newer) => isAhead(await client(), { base: older, head: newer }),
    list: async (commit, folder) => listFiles(await client(), { commit, folder }),
    async read(files, take) {
      for (let first = 0; first < files.length; first += PARALLEL_READS) {
        const some = files.slice(first, first + PARALLEL_READS)
        const asked = await client()
        const contents = await Promise.all(some.map(({ blob }) => getBlob(asked, blob)))
        for (const [index, { path }] of some.entries()) take({ path, content: contents[index] ?? new Uint8Array() })
      }
    },
    async commit({ parent, changes, message }) {
      return asWrite(ref, async () => {
        const asked = await client()
        const base = parent === null ? null : await getCommitTree(asked, parent)
        const tree = await createTree(asked, { base, entries: changes.map(entryOf) })
        return createCommit(asked, { tree, parents: parent === null ? [] : [parent], message })
      })
    },
    async publish({ expected, commit }) {
      const asked = await client()
      return asWrite(ref, async () => {
        try {
          if (expected === null) await createRef(asked, { ref, sha: commit })
          else await updateRef(asked, { ref: name, sha: commit })
          return 'published'
        } catch (error) {
          if (isOutrun(error)) return 'moved-meanwhile'
          throw error
        }
      })
    },
  }
}

/** GitHub says 404 to a missing ref as to a token that may not see it: only who can read another ref is sure. */
async function readRef(client: GitHubClient, name: string): Promise<string | null> {
  try {
    return await getRef(client, name)
  } catch (error) {
    if (failedAnswer(error)?.status !== 404) throw error
    await getRef(client, `heads/${await getDefaultBranch(client)}`)
    return null
  }
}

async function isAhead(
  client: GitHubClient,
  sides: { readonly base: string; readonly head: string },
): Promise<boolean> {
  try {
    return ['ahead', 'identical'].includes(await compareStates(client, sides))
  } catch (error) {
    if (failedAnswer(error)?.status === 404) return false
    throw error
  }
}

async function listFiles(
  client: GitHubClient,
  { commit, folder }: { readonly commit: string; readonly folder: string },
): Promise<readonly TreeFile[]> {
  const root = await getCommitTree(client, commit)
  if (folder === 'everything') return filesOf(await getTree(client, { sha: root, depth: 'all' }), '')
  const top = await getTree(client, { sha: root, depth: 'top' })
  const below = top.find(({ path, type }) => path === folder && type === 'tree')
  const files = below === undefined ? [] : await getTree(client, { sha: below.sha, depth: 'all' })
  return [
    ...filesOf(
      top.filter(({ path }) => path === MARKER),
      '',
    ),
    ...filesOf(files, `${folder}/`),
  ]
}

function filesOf(entries: readonly TreeEntry[], prefix: string): TreeFile[] {
  return entries
    .filter(({ type }) => type !== 'tree')
    .map(({ path, mode, sha, bytes }) => ({
      path: `${prefix}${path}`,
      blob: sha,
      kind: mode === '100644' || mode === '100755' ? 'file' : 'other',
      bytes,
    }))
}

/** Segments are UTF-8 text, so a tree may carry them and no request is needed for each. */
function entryOf(change: TreeChange): NewTreeEntry {
  if (change.kind === 'remove') return { path: change.path, sha: null }
  if (change.kind === 'place') return { path: change.path, sha: change.blob }
  return { path: change.path, content: new TextDecoder('utf-8', { fatal: true }).decode(change.content) }
}

/** The ref is no longer where it was, or is there already, or is gone; the next look tells which. */
function isOutrun(error: unknown): boolean {
  const answer = failedAnswer(error)
  if (answer?.status === 409) return true
  return answer?.status === 422 && /fast.forward|already exists|does not exist/i.test(answer.message)
}

/** Names what GitHub refuses for good. */
async function asWrite<Value>(ref: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    const refusal = error instanceof PlatformError ? refusalOf(error.message) : null
    if (refusal === null || !(error instanceof PlatformError)) throw error
    throw new PlatformError(`${refusal.reason}: cannot write the history ${shortRef(ref)}: ${error.message}`, {
      cause: error,
      remedy: refusal.remedy,
      permission: refusal.permission,
    })
  }
}
