import type { RunContext } from '@testwarden/core/model/evidence'
import type { Git } from '@testwarden/core/ports/git'
import type { ChangeFacts, CoverageFacts } from '../facts.js'
import type { FoundBaseline } from '../find-baseline.js'
import { carryForward, unreportedFiles } from './carry-forward.js'
import type { Component } from './config-field.js'
import { type ReadComponents, readComponents } from './read-components.js'

export interface PartSources {
  readonly components: readonly Component[]
  readonly run: RunContext
  /** From the root of the repository; null where nobody can tell. */
  readonly trackedFiles: readonly string[] | null
  /** Paths that reports of this run list. */
  readonly reported: readonly string[]
  readonly changes: ChangeFacts
  readonly found: FoundBaseline
  readonly isIgnored: (path: string) => boolean
}

/** The components in the tested tree, and what the baseline lends those that this run does not report. */
export async function readParts(
  sources: PartSources,
  git: Git,
): Promise<ReadComponents & Pick<CoverageFacts, 'carried'>> {
  const { changes, found, isIgnored } = sources
  const reported = new Set(sources.reported)
  const changed = changes.kind === 'known' ? changes.files.map(({ path }) => path) : []
  const parts = found.parts.map((part) => ({ ...part, files: part.files.filter(({ path }) => !isIgnored(path)) }))
  const others = [...changed, ...unreportedFiles(parts, reported)]
  const known = await readComponents({ ...sources, others }, git)
  const { baseline } = found
  if (baseline.kind !== 'record') return { ...known, carried: [] }
  const { components } = known
  return { ...known, carried: carryForward({ components, reported, sha: baseline.sha, parts }) }
}
