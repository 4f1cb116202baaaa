import { mkdirSync } from 'node:fs'
import { git } from './git.js'
import type { GitRemote } from './git-remote.js'

export interface CheckoutOptions {
  /** Created; GITHUB_WORKSPACE of the job. */
  readonly folder: string
  /** `refs/heads/main`, `refs/pull/7/merge`, or a sha, as the `ref` of actions/checkout. */
  readonly ref: string
  /** Commits of history, 1 as the action's default; 0 fetches all branches and tags. */
  readonly depth?: number
}

/**
 * What actions/checkout leaves in a workspace: a branch is checked out as a local one that tracks it, everything else
 * as a detached HEAD, a pull request's merge commit under `refs/remotes/pull/<number>/merge`.
 * @returns sha of HEAD
 */
export function checkout(remote: GitRemote, { folder, ref, depth = 1 }: CheckoutOptions): string {
  mkdirSync(folder, { recursive: true })
  git(folder, ['init', '--quiet', '--initial-branch=main'])
  git(folder, ['remote', 'add', 'origin', remote.url])
  const sha = remote.refSha(ref) ?? ref
  const local = localRef(ref)
  git(folder, [
    '-c',
    'protocol.version=2',
    'fetch',
    '--quiet',
    '--no-tags',
    '--prune',
    '--no-recurse-submodules',
    ...(depth > 0 ? [`--depth=${depth}`] : []),
    'origin',
    ...(depth > 0 ? [] : ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*']),
    local === null ? sha : `+${sha}:${local}`,
  ])
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1]
  if (branch === undefined) git(folder, ['checkout', '--quiet', '--force', '--detach', local ?? sha])
  else git(folder, ['checkout', '--quiet', '--force', '-B', branch, `refs/remotes/origin/${branch}`])
  return git(folder, ['rev-parse', 'HEAD'])
}

/** Where the fetched ref is kept; null for a bare sha, which no ref keeps. */
function localRef(ref: string): string | null {
  const match = /^refs\/(heads|pull|tags)\/(.+)$/.exec(ref)
  if (match === null) return null
  if (match[1] === 'tags') return ref
  return match[1] === 'heads' ? `refs/remotes/origin/${match[2]}` : `refs/remotes/pull/${match[2]}`
}
