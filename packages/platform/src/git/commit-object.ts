import { type ObjectReader, requireObject } from './object-reader.js'
import { requireSha } from './user-repository.js'

/** A commit's message may be long. */
const COMMIT_BYTES_MAX = 16 * 1024 * 1024

/** The commit that a revision names; null when there is none. */
export async function findCommit(objects: ObjectReader, revision: string): Promise<string | null> {
  return (await objects.read(`${revision}^{commit}`, COMMIT_BYTES_MAX))?.id ?? null
}

export async function hasCommit(objects: ObjectReader, sha: string): Promise<boolean> {
  return (await findCommit(objects, requireSha(sha))) !== null
}

/** Parents as the commit itself lists them. @throws PlatformError when there is no such commit */
export async function parentsIn(objects: ObjectReader, sha: string): Promise<readonly string[]> {
  return [...(await headerOf(objects, sha)).matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map(([, parent = '']) => parent)
}

/** Id of the tree that a commit holds: two commits with the same one hold the same files. @throws PlatformError */
export async function treeOf(objects: ObjectReader, sha: string): Promise<string> {
  return /^tree ([0-9a-f]{40,64})$/m.exec(await headerOf(objects, sha))?.[1] ?? sha
}

/** When the commit was made, by its committer's clock; ISO 8601, UTC. @throws PlatformError */
export async function commitTimeIn(objects: ObjectReader, sha: string): Promise<string> {
  const seconds = Number(/^committer .* (\d{1,11}) [+-]\d{4}$/m.exec(await headerOf(objects, sha))?.[1] ?? 0)
  return new Date(seconds * 1000).toISOString()
}

async function headerOf(objects: ObjectReader, sha: string): Promise<string> {
  const wanted = { name: `${requireSha(sha)}^{commit}`, maxBytes: COMMIT_BYTES_MAX, what: `commit ${sha}` }
  const raw = (await requireObject(objects, wanted)).toString('latin1')
  return raw.slice(0, Math.max(0, raw.indexOf('\n\n')))
}
