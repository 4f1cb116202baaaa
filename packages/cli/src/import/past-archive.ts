import { openArchive } from '@testwarden/platform/history/open-archive'
import type { Standing } from '../stand-at-root.js'

/** The history that past runs are added to. @throws ConfigurationError where none is configured */
export function openPastArchive(
  { terminal }: Standing,
  sources: Parameters<typeof openArchive>[0],
): ReturnType<typeof openArchive> {
  const env = { ...terminal.environment }
  return openArchive(sources, { workspace: terminal.cwd, env, token: env.GITHUB_TOKEN || env.GH_TOKEN || null })
}

/** `origin/main` is `main`; what a clone calls the tip of its remote is no name of a branch. */
export function branchName(revision: string | null): string | null {
  const name = revision?.replace(/^origin\//, '') ?? null
  return name === 'HEAD' ? null : name
}
