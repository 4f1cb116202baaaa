import { PlatformError } from '@testwarden/core/model/errors'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import type { Git } from '@testwarden/core/ports/git'
import type { KnownLine } from './known-line.js'

/** So many commits of the default branch are looked at. */
const DEPTH = 1000

export interface LineQuestion {
  readonly run: Pick<RunContext, 'base' | 'testedSha'>
  readonly records: readonly HistoryRecord[]
  /** How many commits are fetched where the checkout has fewer. */
  readonly fetchDepth: number
}

/**
 * First parents before the tested commit. More are fetched once, where none of those known here has a record.
 * @throws PlatformError
 */
export async function readLine({ run, records, fetchDepth }: LineQuestion, git: Git): Promise<KnownLine> {
  const start = await startOf(run, git)
  if (start === null || git.absence !== null) return { ancestors: [], isWhole: false }
  const recorded = new Set(records.map(({ testedSha }) => testedSha))
  const near = await knownLine(start, git)
  if (near.isWhole || near.ancestors.some((sha) => recorded.has(sha))) return near
  await git.deepen(start, fetchDepth)
  return knownLine(start, git)
}

async function knownLine(start: string, git: Git): Promise<KnownLine> {
  const ancestors = await git.firstParents(start, DEPTH)
  const last = ancestors.at(-1)
  const isWhole = last !== undefined && ancestors.length < DEPTH && (await isRoot(last, git))
  return { ancestors, isWhole }
}

/** A commit that the checkout left out has parents as far as anybody knows. */
async function isRoot(sha: string, git: Git): Promise<boolean> {
  try {
    return (await git.parents(sha)).length === 0
  } catch (error) {
    if (error instanceof PlatformError) return false
    throw error
  }
}

async function startOf({ base, testedSha }: LineQuestion['run'], git: Git): Promise<string | null> {
  if (base.kind === 'commit') {
    await git.ensureCommit(base.sha)
    return base.sha
  }
  if (testedSha === null) return null
  const [parent] = await git.parents(testedSha)
  if (parent === undefined) return null
  await git.ensureCommit(parent)
  return parent
}
