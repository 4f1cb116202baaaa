import type { Diff } from '@testwarden/core/model/diff'
import { PlatformError, ReportError } from '@testwarden/core/model/errors'
import type { Base, RunContext } from '@testwarden/core/model/evidence'
import { asSentence } from '@testwarden/core/model/sentence'
import type { Ports } from '@testwarden/core/ports/ports'
import { readUnifiedDiff } from '@testwarden/formats/diff/read-unified-diff'
import type { ChangeFacts } from './facts.js'
import { fileRenames } from './reading/file-renames.js'

/** The files that this run is about. What cannot be had is a fact of its own, with its reason. */
export async function readChanges(run: RunContext, ports: Pick<Ports, 'git' | 'files'>): Promise<ChangeFacts> {
  const { base } = run
  if (base.kind === 'unknown') return { kind: 'unknown', reason: base.reason }
  if (base.kind === 'history') return { kind: 'none' }
  try {
    return changeOf(base, await readDiff(base, run, ports))
  } catch (error) {
    if (!(error instanceof PlatformError || error instanceof ReportError)) throw error
    return { kind: 'unknown', reason: asSentence(error.message) }
  }
}

type KnownBase = Extract<Base, { kind: 'commit' | 'diff-file' }>

async function readDiff(base: KnownBase, run: RunContext, { git, files }: Pick<Ports, 'git' | 'files'>): Promise<Diff> {
  if (base.kind === 'diff-file') return readUnifiedDiff(files.read(base.path), base.path)
  await git.ensureCommit(base.sha)
  return git.diff(base.sha, run.testedSha)
}

function changeOf(base: KnownBase, diff: Diff): ChangeFacts {
  const paths = diff.flatMap(({ oldPath, newPath }) => [oldPath, newPath].filter((path) => path !== null))
  return {
    kind: 'known',
    base: base.kind === 'commit' ? base.sha : base.path,
    paths: [...new Set(paths)].sort(),
    renames: fileRenames(diff),
  }
}
