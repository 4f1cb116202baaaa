import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { openStore } from '@testwarden/platform/history/open-store'
import { runCli } from '../../src/run-cli.js'
import { recordingTerminal } from '../commands/recording-terminal.js'

/** A repository with three commits of three days and a history beside them. */
export interface PastProject {
  readonly folder: string
  /** Oldest first. */
  readonly commits: readonly string[]
  git(...args: readonly string[]): string
  /** @param time of it, as ISO 8601 */
  commitAt(time: string): string
  write(file: string, text: string): void
  /** Calls `testwarden history import`. */
  run(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }>
  recorded(action: string): Promise<readonly HistoryRecord[]>
  dispose(): void
}

export function pastProject(): PastProject {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'testwarden-import-')))
  let clock = '2026-01-01T00:00:00Z'
  const git = (...args: readonly string[]): string => {
    const env = { ...process.env, GIT_CONFIG_NOSYSTEM: '1', HOME: folder }
    return execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
      cwd: folder,
      env: { ...env, GIT_COMMITTER_DATE: clock, GIT_AUTHOR_DATE: clock },
      encoding: 'utf8',
    }).trim()
  }
  const commitAt = (time: string): string => {
    clock = time
    git('commit', '--quiet', '--allow-empty', '--message', time)
    return git('rev-parse', 'HEAD')
  }
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  git('init', '--quiet', '--initial-branch=main')
  write('.github/testwarden.yml', 'history: dir:history\n')
  write('.gitignore', 'reports\nhistory\n')
  git('add', '.')
  const commits = [1, 2, 3].map((day) => commitAt(`2026-01-0${day}T10:00:00Z`))
  return {
    folder,
    commits,
    git,
    commitAt,
    write,
    async run(...args) {
      const terminal = recordingTerminal(folder)
      const code = await runCli(['history', 'import', ...args], terminal)
      return { code, out: terminal.printed.join(''), err: terminal.complaints.join('') }
    },
    async recorded(action) {
      const store = openStore('dir:history', { workspace: folder, env: {}, token: null })
      return (await store.read({ action })).records
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  }
}
