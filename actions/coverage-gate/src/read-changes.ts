import type { Diff } from '@testwarden/core/model/diff'
import { PlatformError, ReportError } from '@testwarden/core/model/errors'
import type { Base, RunContext } from '@testwarden/core/model/evidence'
import { asSentence } from '@testwarden/core/model/sentence'
import type { Ports } from '@testwarden/core/ports/ports'
import { readUnifiedDiff } from '@testwarden/formats/diff/read-unified-diff'
import { changedLines } from '@testwarden/intake/changed-lines'
import type { ChangeFacts } from './facts.js'
import { linesToText } from './ranges.js'

export interface ChangeSources {
  readonly run: RunContext
  readonly ports: Pick<Ports, 'git' | 'files'>
  readonly isIgnored: (path: string) => boolean
}

/** The lines that this run is about. What cannot be had is a fact of its own, with its reason. */
export async function readChanges({ run, ports, isIgnored }: ChangeSources): Promise<ChangeFacts> {
  const { base } = run
  if (base.kind === 'unknown') return { kind: 'unknown', reason: base.reason, remedy: base.remedy }
  if (base.kind === 'history')
    return { kind: 'none', reason: 'This run is not about a change, so there are no new lines to judge.' }
  try {
    const diff = await readDiff({ base, testedSha: run.testedSha }, ports)
    return { kind: 'known', base: base.kind === 'commit' ? base.sha : base.path, files: filesOf(diff, isIgnored) }
  } catch (error) {
    if (!(error instanceof PlatformError || error instanceof ReportError)) throw error
    const remedy = error.remedy === null ? null : asSentence(error.remedy)
    return { kind: 'unknown', reason: asSentence(error.message), remedy }
  }
}

interface Compared {
  readonly base: Extract<Base, { kind: 'commit' | 'diff-file' }>
  readonly testedSha: string | null
}

async function readDiff({ base, testedSha }: Compared, { git, files }: ChangeSources['ports']): Promise<Diff> {
  if (base.kind === 'diff-file') return readUnifiedDiff(files.read(base.path), base.path)
  await git.ensureCommit(base.sha)
  return git.diff(base.sha, testedSha)
}

function filesOf(diff: Diff, isIgnored: (path: string) => boolean): Extract<ChangeFacts, { kind: 'known' }>['files'] {
  return [...changedLines(diff)]
    .filter(([path]) => !isIgnored(path))
    .map(([path, ranges]) => ({ path, lines: linesToText(ranges) }))
    .sort((left, right) => (left.path < right.path ? -1 : 1))
}
