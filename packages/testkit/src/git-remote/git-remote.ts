import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { git } from './git.js'

/** Path to text, bytes or a symbolic link; null removes the file. */
export type FileChanges = Readonly<Record<string, string | Uint8Array | LinkTo | null>>

export interface LinkTo {
  readonly link: string
}

export interface CommitOptions {
  /** First parent first; its files are what the changes start from. None: a root commit. */
  readonly parents?: readonly string[]
  readonly files?: FileChanges
  readonly message?: string
}

/** A bare repository as GitHub serves it: any commit can be fetched by its sha, at any depth. */
export interface GitRemote {
  readonly folder: string
  /** `file://`, because git ignores `--depth` for a plain path. */
  readonly url: string
  /** Makes a commit without a working tree. @returns its sha, which is the same for the same content */
  commit(options: CommitOptions): string
  /** @param ref `refs/heads/main` */
  setRef(ref: string, sha: string): void
  /** null when there is no such ref. */
  refSha(ref: string): string | null
  /**
   * Merges `head` into `base`, as `refs/pull/<number>/merge`, and keeps `refs/pull/<number>/head`.
   * @returns sha of the merge commit, whose first parent is `base`
   * @throws Error when the two conflict
   */
  openPull(number: number, sides: { readonly base: string; readonly head: string }): string
}

/** @param folder is created; must not hold a repository yet */
export function createGitRemote(folder: string): GitRemote {
  mkdirSync(folder, { recursive: true })
  git(folder, ['init', '--quiet', '--bare', '--initial-branch=main'])
  for (const setting of [
    'uploadpack.allowAnySHA1InWant',
    'uploadpack.allowReachableSHA1InWant',
    'uploadpack.allowFilter',
  ])
    git(folder, ['config', setting, 'true'])
  return {
    folder,
    url: pathToFileURL(folder).href,
    commit: (options) => commit(folder, options),
    setRef: (ref, sha) => {
      git(folder, ['update-ref', ref, sha])
    },
    refSha: (ref) => refSha(folder, ref),
    openPull: (number, sides) => openPull(folder, number, sides),
  }
}

function commit(folder: string, { parents = [], files = {}, message = 'A commit' }: CommitOptions): string {
  const env = { GIT_INDEX_FILE: join(folder, 'testkit-index') }
  git(folder, ['read-tree', ...(parents[0] === undefined ? ['--empty'] : [parents[0]])], { env })
  git(folder, ['update-index', '-z', '--add', '--index-info'], { env, input: indexInfo(folder, files) })
  const tree = git(folder, ['write-tree'], { env })
  return commitTree(folder, tree, { parents, message })
}

/** Mode 0 removes a path. */
function indexInfo(folder: string, files: FileChanges): string {
  const lines = Object.entries(files).map(([path, content]) => {
    if (content === null) return `0 ${'0'.repeat(40)}\t${path}`
    const [mode, input] = isLink(content) ? ['120000', content.link] : ['100644', content]
    return `${mode} ${git(folder, ['hash-object', '-w', '--stdin'], { input })}\t${path}`
  })
  return lines.map((line) => `${line}\0`).join('')
}

function isLink(content: string | Uint8Array | LinkTo): content is LinkTo {
  return typeof content === 'object' && 'link' in content
}

function commitTree(folder: string, tree: string, { parents = [], message = '' }: CommitOptions): string {
  return git(folder, ['commit-tree', tree, '-m', message, ...parents.flatMap((parent) => ['-p', parent])])
}

function refSha(folder: string, ref: string): string | null {
  const line = git(folder, ['for-each-ref', '--format=%(objectname)', ref])
  return line === '' ? null : line
}

function openPull(
  folder: string,
  number: number,
  { base, head }: { readonly base: string; readonly head: string },
): string {
  const tree = git(folder, ['merge-tree', '--write-tree', base, head]).split('\n')[0] ?? ''
  const merge = commitTree(folder, tree, { parents: [base, head], message: `Merge ${head} into ${base}` })
  git(folder, ['update-ref', `refs/pull/${number}/head`, head])
  git(folder, ['update-ref', `refs/pull/${number}/merge`, merge])
  return merge
}
