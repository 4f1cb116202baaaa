import { spawnSync } from 'node:child_process'

/** Nothing of the developer's own set-up takes part, and commits have the same sha wherever they are made. */
const ENVIRONMENT: Readonly<Record<string, string>> = {
  GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: 'Octo Cat',
  GIT_AUTHOR_EMAIL: 'octocat@example.com',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'Octo Cat',
  GIT_COMMITTER_EMAIL: 'octocat@example.com',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
  LC_ALL: 'C',
}

const TIMEOUT_MS = 300_000

export interface GitCall {
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
}

/**
 * Runs the real git in a folder.
 * @returns its standard output without the last line end
 * @throws Error with its standard error when it fails
 */
export function git(folder: string, args: readonly string[], { input, env }: GitCall = {}): string {
  const result = spawnSync('git', [...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...ENVIRONMENT, ...env },
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
    ...(input === undefined ? {} : { input }),
  })
  if (result.error !== undefined) throw result.error
  if (result.status === 0) return result.stdout.replace(/\n$/, '')
  throw new Error(`git ${args.join(' ')} ended with ${result.status}: ${result.stderr}`)
}

/** Whether git can be started at all; tests that need it are skipped aloud where it cannot. */
export function hasGit(): boolean {
  return spawnSync('git', ['--version']).status === 0
}
