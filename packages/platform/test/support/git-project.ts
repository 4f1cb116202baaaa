import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Diff, FileDiff, Hunk } from '@testwarden/core/model/diff'
import { createGit, type WorkspaceGit } from '../../src/git.js'
import { type RecordingLog, recordingLog } from './recording-log.js'
import { tempFolder } from './temp-folder.js'

/** Free of the configuration of whoever runs the tests. */
export const GIT_ENV: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  HOME: tempFolder(),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
}

export function run(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', [...args], {
    cwd,
    env: GIT_ENV,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim()
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content)
  }
}

export function commit(folder: string, files: Readonly<Record<string, string>>, message = 'a change'): string {
  write(folder, files)
  run(folder, 'add', '--all')
  run(folder, 'commit', '--quiet', '--allow-empty', '-m', message)
  return run(folder, 'rev-parse', 'HEAD')
}

export function newRepository(): string {
  const folder = tempFolder()
  run(folder, 'init', '--quiet', '--initial-branch=main')
  return folder
}

/** What actions/checkout leaves behind: one commit by its id, detached, history cut off. */
export function shallowCheckout(remote: string, sha: string): string {
  const folder = tempFolder()
  run(folder, 'init', '--quiet')
  run(folder, 'remote', 'add', 'origin', remote)
  run(folder, 'fetch', '--quiet', '--no-tags', '--depth=1', 'origin', sha)
  run(folder, 'checkout', '--quiet', '--detach', sha)
  return folder
}

/** Every file of a folder with a hash of its bytes. */
export function fingerprint(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    entries
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  )
}

export interface OpenedGit {
  readonly git: WorkspaceGit
  readonly log: RecordingLog
  /** RUNNER_TEMP */
  readonly temporary: string
}

export function openGit(
  workspace: string,
  { env = {}, token = null }: { readonly env?: NodeJS.ProcessEnv; readonly token?: string | null } = {},
): OpenedGit {
  const log = recordingLog()
  const temporary = tempFolder()
  const git = createGit({
    workspace,
    env: { ...GIT_ENV, RUNNER_TEMP: temporary, ...env },
    token,
    parseDiff,
    log,
  })
  return { git, log, temporary }
}

/** Enough of the unified format for paths without quotes. The real reader lives with the formats. */
async function parseDiff(bytes: AsyncIterable<Uint8Array>): Promise<Diff> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  const files = Buffer.concat(chunks)
    .toString('utf8')
    .split(/^diff --git /m)
    .slice(1)
  return files.map(parseFile)
}

function parseFile(text: string): FileDiff {
  const names = /^a\/(.*) b\/(.*)\n/.exec(text)
  const hunks = [...text.matchAll(/^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm)].map(
    ([, oldStart, oldCount = '1', newStart, newCount = '1']): Hunk => ({
      oldStart: Number(oldStart),
      oldCount: Number(oldCount),
      newStart: Number(newStart),
      newCount: Number(newCount),
    }),
  )
  return {
    oldPath: /^new file mode/m.test(text) ? null : (names?.[1] ?? null),
    newPath: /^deleted file mode/m.test(text) ? null : (names?.[2] ?? null),
    isBinary: /^Binary files /m.test(text),
    hunks,
  }
}
