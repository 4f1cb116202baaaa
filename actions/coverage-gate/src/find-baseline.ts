import { pickBaseline } from '@testwarden/core/baseline/pick-baseline'
import { PlatformError } from '@testwarden/core/model/errors'
import type { RunContext } from '@testwarden/core/model/evidence'
import { type RecordKey, variantKeyOf } from '@testwarden/core/model/record-key'
import type { HistoryStore } from '@testwarden/core/ports/history-store'
import type { Ports } from '@testwarden/core/ports/ports'
import { totalsOfRecord } from './baseline-record.js'
import type { BaselineFacts } from './facts.js'

/** A baseline from longer ago says nothing about a change of today. */
const MAX_ANCESTORS = 500

export interface FoundBaseline {
  readonly baseline: BaselineFacts
  /** What the store had to say, for people. */
  readonly notes: readonly string[]
}

/** The nearest ancestor's record of this very job and matrix cell, or why there is none. */
export async function findBaseline(run: RunContext, ports: Pick<Ports, 'git' | 'history'>): Promise<FoundBaseline> {
  if (ports.history === null)
    return none('No history is configured, so nothing is compared with the past. Set `history` to keep baselines.')
  if (run.base.kind === 'unknown') return none(`${run.base.reason} ${run.base.remedy}`)
  try {
    return await lookUp(run, ports.git, ports.history)
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return { baseline: { kind: 'unreadable', reason: error.message, remedy: error.remedy }, notes: [] }
  }
}

async function lookUp(run: RunContext, git: Ports['git'], history: HistoryStore): Promise<FoundBaseline> {
  const ancestors = await ancestorsOf(run, git)
  if (ancestors.length === 0) return none('The commits before the tested one are not known here.')
  const { records, warnings } = await history.read({ action: run.key.action, shas: new Set(ancestors) })
  const usable = records.filter((record) => totalsOfRecord(record.body) !== null)
  const picked = pickBaseline({ records: usable, ancestors, variant: variantKeyOf(run.key) })
  const totals = picked === null ? null : totalsOfRecord(picked.record.body)
  if (picked === null || totals === null) return { ...none(noneAmong(ancestors.length)), notes: warnings }
  const { record, distance, kinship } = picked
  const writtenBy = kinship === 'same-variant' ? null : jobName(record.key)
  return { baseline: { kind: 'record', sha: record.testedSha, distance, totals, writtenBy }, notes: warnings }
}

function jobName({ workflow, job }: RecordKey): string {
  return `${job} of ${workflow}`
}

/** Nearest first. A run without a change is compared with what came before it, never with itself. */
async function ancestorsOf(run: RunContext, git: Ports['git']): Promise<readonly string[]> {
  if (run.base.kind === 'commit') return git.firstParents(run.base.sha, MAX_ANCESTORS)
  if (run.testedSha === null) return []
  return (await git.firstParents(run.testedSha, MAX_ANCESTORS + 1)).slice(1)
}

function noneAmong(count: number): string {
  const commits = count === 1 ? 'The base commit has' : `None of the last ${count} commits of the base has`
  return `No baseline yet: ${commits.charAt(0).toLowerCase()}${commits.slice(1)} ${count === 1 ? 'no' : 'a'} record of this job. The next run on the default branch writes one.`
}

function none(reason: string): FoundBaseline {
  return { baseline: { kind: 'none', reason }, notes: [] }
}
