import type { ExplainedChange } from '@testwarden/core/files/explain-file'
import { PlatformError } from '@testwarden/core/model/errors'
import type { RunContext } from '@testwarden/core/model/evidence'
import { asSentence } from '@testwarden/core/model/sentence'
import type { Git } from '@testwarden/core/ports/git'
import { changedLines } from '@testwarden/intake/changed-lines'

export interface ExplainedPlace {
  /** Relative to the repository's root. */
  readonly path: string
  readonly line: number | null
}

export interface Comparison {
  readonly run: RunContext
  readonly git: Git
  /** For people; null: with nothing. */
  readonly comparedWith: string | null
}

/** What the change says of a file and a line. */
export async function explainChange(
  { run, git, comparedWith }: Comparison,
  { path, line }: ExplainedPlace,
): Promise<ExplainedChange> {
  const { base } = run
  if (base.kind === 'unknown') return { kind: 'unknown', reason: base.reason }
  if (base.kind !== 'commit') return { kind: 'unknown', reason: 'This run is not about a change.' }
  try {
    const added = changedLines(await git.diff(base.sha, null)).get(path) ?? []
    const isLineAdded = line === null ? null : added.some(({ first, last }) => first <= line && line <= last)
    return { kind: 'known', base: comparedWith ?? base.sha.slice(0, 10), added, isLineAdded }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return { kind: 'unknown', reason: asSentence(error.message) }
  }
}
