import { PlatformError } from '@testwarden/core/model/errors'
import type { GitHubClient } from './connection.js'
import { type FailedAnswer, readFailure } from './errors.js'

/** An entry of a tree, with its path below that tree. @see https://docs.github.com/rest/git/trees */
export interface TreeEntry {
  readonly path: string
  readonly mode: string
  readonly type: string
  readonly sha: string
  /** 0 for what is no blob. */
  readonly bytes: number
}

/** `content` makes a new blob, `sha: null` removes the path. */
export type NewTreeEntry =
  | { readonly path: string; readonly content: string }
  | { readonly path: string; readonly sha: string | null }

/** What GitHub answered to a request that failed; null for any other error. */
export function failedAnswer(error: unknown): FailedAnswer | null {
  return error instanceof PlatformError && error.cause !== undefined ? readFailure(error.cause) : null
}

/** The commit that a ref points to. @param ref without `refs/` @throws PlatformError, 404 when there is none */
export async function getRef(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  ref: string,
): Promise<string> {
  const { data } = await ask({ kind: 'read', what: `read the ref ${ref}` }, () =>
    octokit.rest.git.getRef({ owner, repo, ref, request: requestOptions() }),
  )
  return data.object.sha
}

/** @throws PlatformError */
export async function getDefaultBranch({ octokit, owner, repo, requestOptions, ask }: GitHubClient): Promise<string> {
  const { data } = await ask({ kind: 'read', what: 'read the repository' }, () =>
    octokit.rest.repos.get({ owner, repo, request: requestOptions() }),
  )
  return data.default_branch
}

/** The tree of a commit. @throws PlatformError */
export async function getCommitTree(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  sha: string,
): Promise<string> {
  const { data } = await ask({ kind: 'read', what: `read commit ${sha}` }, () =>
    octokit.rest.git.getCommit({ owner, repo, commit_sha: sha, request: requestOptions() }),
  )
  return data.tree.sha
}

/** @throws PlatformError, also when GitHub does not give all of it */
export async function getTree(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { sha, depth }: { readonly sha: string; readonly depth: 'top' | 'all' },
): Promise<readonly TreeEntry[]> {
  const recursive = depth === 'all' ? { recursive: '1' } : {}
  const { data } = await ask({ kind: 'read', what: `list the tree ${sha}` }, () =>
    octokit.rest.git.getTree({ owner, repo, tree_sha: sha, ...recursive, request: requestOptions() }),
  )
  if (data.truncated)
    throw new PlatformError('cannot list the history: GitHub gives only a part of so many files', {
      remedy: 'install git on the runner, or run `testwarden history prune` where git is',
    })
  return data.tree.map(({ path, mode, type, sha: id, size }) => ({ path, mode, type, sha: id, bytes: size ?? 0 }))
}

/** @throws PlatformError */
export async function getBlob(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  sha: string,
): Promise<Uint8Array> {
  const { data } = await ask({ kind: 'read', what: `read the file ${sha}` }, () =>
    octokit.rest.git.getBlob({ owner, repo, file_sha: sha, request: requestOptions() }),
  )
  return Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8')
}

/** An object is named by its content, so making it twice makes one: it may be asked again. @throws PlatformError */
export async function createTree(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { base, entries }: { readonly base: string | null; readonly entries: readonly NewTreeEntry[] },
): Promise<string> {
  const tree = entries.map((entry) => ({ ...entry, mode: '100644' as const, type: 'blob' as const }))
  const onTop = base === null ? {} : { base_tree: base }
  const { data } = await ask({ kind: 'read', what: 'write the files of the history' }, () =>
    octokit.rest.git.createTree({ owner, repo, tree, ...onTop, request: requestOptions() }),
  )
  return data.sha
}

export interface NewCommit {
  readonly tree: string
  readonly parents: readonly string[]
  readonly message: string
}

/** A commit that no ref points to; a second one like it would be forgotten as well. @throws PlatformError */
export async function createCommit(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { tree, parents, message }: NewCommit,
): Promise<string> {
  const { data } = await ask({ kind: 'read', what: 'write the history commit' }, () =>
    octokit.rest.git.createCommit({ owner, repo, tree, parents: [...parents], message, request: requestOptions() }),
  )
  return data.sha
}

/** @param ref in full @throws PlatformError, 422 when it exists */
export async function createRef(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { ref, sha }: { readonly ref: string; readonly sha: string },
): Promise<void> {
  await ask({ kind: 'create', what: `make the ref ${ref}` }, () =>
    octokit.rest.git.createRef({ owner, repo, ref, sha, request: requestOptions() }),
  )
}

/** Forward only. @param ref without `refs/` @throws PlatformError, 422 when `sha` does not stand on its present commit */
export async function updateRef(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { ref, sha }: { readonly ref: string; readonly sha: string },
): Promise<void> {
  await ask({ kind: 'update', what: `move the ref ${ref}` }, () =>
    octokit.rest.git.updateRef({ owner, repo, ref, sha, force: false, request: requestOptions() }),
  )
}

/** How `head` stands to `base`: ahead, behind, diverged or identical. @throws PlatformError */
export async function compareStates(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { base, head }: { readonly base: string; readonly head: string },
): Promise<string> {
  const { data } = await ask({ kind: 'read', what: `compare ${base} and ${head}` }, () =>
    octokit.rest.repos.compareCommitsWithBasehead({
      owner,
      repo,
      basehead: `${base}...${head}`,
      per_page: 1,
      request: requestOptions(),
    }),
  )
  return data.status
}
