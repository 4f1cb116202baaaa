import { readdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { PlatformError } from '@testwarden/core/model/errors'
import { findGitProgram, findRepository } from './absence.js'
import type { ConfigEntry } from './environment.js'
import { gitFailure } from './failures.js'
import { askGit, type GitPlace, tryGit } from './run-git.js'

/** The repository that the workspace belongs to. Everything here only reads it. */
export interface UserRepository {
  /** For questions about it, from the top of its working tree. */
  readonly place: GitPlace
  /** Holds `objects` and `shallow`; shared by linked worktrees. */
  readonly commonDir: string
  /** The workspace inside the repository: empty, or a path that ends with `/`. */
  readonly prefix: string
  /** null before the first commit. */
  readonly head: string | null
  /** A clone that left out blobs: commits may be here while the content of their files is not. */
  readonly isPartial: boolean
}

/** @throws PlatformError when there is no git, no repository, or git refuses it */
export async function openUserRepository(workspace: string, env: NodeJS.ProcessEnv): Promise<UserRepository> {
  const program = findGitProgram(env)
  const found = findRepository(workspace)
  if (program === null)
    throw new PlatformError('git is not installed', { remedy: 'install git and put it on the PATH' })
  if (found === null)
    throw new PlatformError(`${workspace} is in no git repository`, { remedy: 'run actions/checkout before this step' })
  // Git compares with the path free of links.
  const config: readonly ConfigEntry[] = [['safe.directory', await realpath(found)]]
  return describe({ program, cwd: workspace, env, config, variables: {} })
}

async function describe(place: GitPlace): Promise<UserRepository> {
  const args = ['rev-parse', '--path-format=absolute', '--show-toplevel', '--git-common-dir', '--show-prefix', 'HEAD']
  const answer = await tryGit(place, { what: 'open the repository', args })
  const [top, commonDir, prefix, head, ...rest] = answer.stdout.split('\n')
  if (!top || !commonDir || prefix === undefined) throw gitFailure('open the repository', answer.stderr)
  if (rest.length > 1)
    throw new PlatformError(`the path of the repository holds a line break: ${JSON.stringify(place.cwd)}`, {
      remedy: 'check out into a folder whose name has none',
    })
  return {
    place: { ...place, cwd: top },
    commonDir,
    prefix,
    head: head !== undefined && isSha(head) ? head : null,
    isPartial: await isPartialClone(commonDir),
  }
}

/** Packs of a partial clone are marked by a file beside them. */
async function isPartialClone(commonDir: string): Promise<boolean> {
  const packs = await readdir(path.join(commonDir, 'objects', 'pack')).catch(() => [])
  return packs.some((name) => name.endsWith('.promisor'))
}

/** What a fetch from the user's remote needs to know: its URL, and how the user reaches it. */
export async function readRemoteConfig({ place }: UserRepository): Promise<readonly ConfigEntry[]> {
  const keys = '^(remote\\.origin\\.url|core\\.sshcommand|http\\..*|url\\..*\\.insteadof|credential\\..*)$'
  const args = ['config', '--local', '--includes', '--null', '--get-regexp', keys]
  const { stdout } = await tryGit(place, { what: 'read the remote of the checkout', args })
  return stdout
    .split('\0')
    .filter((entry) => entry !== '')
    .map(splitEntry)
}

/** `name\nvalue`; a name without a value means true. */
function splitEntry(entry: string): ConfigEntry {
  const end = entry.indexOf('\n')
  return end < 0 ? [entry, 'true'] : [entry.slice(0, end), entry.slice(end + 1)]
}

export function isSha(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
}

/** Nothing but a full commit id reaches a command line as a commit. @throws PlatformError */
export function requireSha(text: string): string {
  if (isSha(text)) return text
  throw new PlatformError(`${JSON.stringify(text.slice(0, 100))} is no commit id`, {
    remedy: 'give the full id of a commit',
  })
}

/** Paths that git knows or could add, from the top of the repository. */
export async function listFiles({ place }: UserRepository, which: 'all' | 'untracked'): Promise<readonly string[]> {
  const cached = which === 'all' ? ['--cached'] : []
  const args = ['ls-files', '-z', '--full-name', ...cached, '--others', '--exclude-standard']
  const listed = await askGit(place, { what: 'list the files of the repository', args })
  // A path in conflict is listed once for each side; a nested repository ends with a slash and is no file.
  return [...new Set(listed.split('\0'))].filter((file) => file !== '' && !file.endsWith('/')).sort()
}
