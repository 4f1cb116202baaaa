import { pickBaseline } from '@testwarden/core/baseline/pick-baseline'
import { PlatformError } from '@testwarden/core/model/errors'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { type RecordKey, variantKeyOf } from '@testwarden/core/model/record-key'
import type { HistoryStore } from '@testwarden/core/ports/history-store'
import type { Ports } from '@testwarden/core/ports/ports'
import { countWord } from '@testwarden/core/render/inline'
import { totalsOfRecord } from './baseline-record.js'
import { partsOfRecord, type RecordedPart, withoutFiles } from './components/recorded-parts.js'
import type { BaselineFacts } from './facts.js'

export interface FoundBaseline {
  readonly baseline: BaselineFacts
  /** What its record says of components, file by file. */
  readonly parts: readonly RecordedPart[]
  /** What the store had to say, for people. */
  readonly notes: readonly string[]
}

export interface BaselineQuestion {
  readonly run: RunContext
  /** How many commits back a record is looked for. */
  readonly depth: number
}

/** The nearest ancestor's record of this very job and matrix cell, or why there is none. */
export async function findBaseline(
  { run, depth }: BaselineQuestion,
  { git, history }: Pick<Ports, 'git' | 'history'>,
): Promise<FoundBaseline> {
  if (history === null)
    return none('No history is configured, so nothing is compared with the past. Set `history` to keep baselines.')
  if (run.base.kind === 'unknown') return none(`${run.base.reason} ${run.base.remedy}`)
  try {
    return await lookUp({ run, depth, git, history })
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return { baseline: { kind: 'unreadable', reason: error.message, remedy: error.remedy }, parts: [], notes: [] }
  }
}

interface LookUp extends BaselineQuestion {
  readonly git: Ports['git']
  readonly history: HistoryStore
}

/** First among the commits that are known here; only when none of them has a record is more history fetched, once. */
async function lookUp(question: LookUp): Promise<FoundBaseline> {
  const { run, depth, git, history } = question
  const near = await ancestorsOf(question)
  if (near.length === 0) return none('The commits before the tested one are not known here.')
  const { action } = run.key
  const close = await history.read({ action, shas: new Set(near) })
  const found = pick(close.records, near, run)
  if (found !== null) return { ...found, notes: close.warnings }
  const all = await history.read({ action })
  if (!all.records.some(({ trust }) => trust === 'default-branch'))
    return { ...missing(near, run), notes: all.warnings }
  const notes = [...all.warnings]
  try {
    await git.deepen(near[0] ?? '', depth)
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    notes.push(
      `Older commits could not be fetched, so only ${countWord(near.length, 'commit')} were looked at: ${error.message}`,
    )
  }
  const far = await ancestorsOf(question)
  const distant = pick(all.records, far, run)
  return { ...(distant ?? { baseline: unrelated(all.records, far, question), parts: [] }), notes }
}

function pick(
  records: readonly HistoryRecord[],
  ancestors: readonly string[],
  run: RunContext,
): Omit<FoundBaseline, 'notes'> | null {
  const usable = records.filter((record) => totalsOfRecord(record.body) !== null)
  const picked = pickBaseline({ records: usable, ancestors, variant: variantKeyOf(run.key) })
  const totals = picked === null ? null : totalsOfRecord(picked.record.body)
  if (picked === null || totals === null) return null
  const { record, distance, kinship } = picked
  const writtenBy = kinship === 'same-variant' ? null : jobName(record.key)
  const parts = partsOfRecord(record.body)
  const found = { sha: record.testedSha, distance, totals, components: parts.map(withoutFiles), time: record.time }
  return { baseline: { kind: 'record', ...found, writtenBy }, parts }
}

function jobName({ workflow, job }: RecordKey): string {
  return `${job} of ${workflow}`
}

/** Nearest first. A run without a change is compared with what came before it, never with itself. */
async function ancestorsOf({ run, depth, git }: LookUp): Promise<readonly string[]> {
  if (run.base.kind === 'commit') return git.firstParents(run.base.sha, depth + 1)
  if (run.testedSha === null) return []
  return (await git.firstParents(run.testedSha, depth + 2)).slice(1)
}

function missing(ancestors: readonly string[], run: RunContext): FoundBaseline {
  const count = ancestors.length
  const commits = count === 1 ? 'the base commit has no' : `none of the last ${count} commits of the base has a`
  return none(`No baseline yet: ${commits} record of this job. ${whoWrites(run)}`)
}

/** Whether this run is recorded in the end is said where the page tells of its baseline. */
function whoWrites({ isBaseline }: RunContext): string {
  return isBaseline ? 'This run is to write the first one.' : 'The next run on the default branch writes one.'
}

/** There are records, and none can be compared with: of other jobs, or of commits that this one does not descend from. */
function unrelated(
  records: readonly HistoryRecord[],
  ancestors: readonly string[],
  { run, depth }: BaselineQuestion,
): BaselineFacts {
  const known = new Set(ancestors)
  if (records.some(({ testedSha, trust }) => trust === 'default-branch' && known.has(testedSha)))
    return { kind: 'none', reason: `No baseline yet: the history has records of other jobs only. ${whoWrites(run)}` }
  const newest = records.reduce((left, right) => (left.time < right.time ? right : left))
  return {
    kind: 'foreign',
    reason: `The history has ${countWord(records.length, 'record')}, but none of the last ${countWord(ancestors.length, 'commit')} of the base; the newest is of \`${newest.testedSha.slice(0, 10)}\`, which is no ancestor within ${depth} commits.`,
    remedy:
      'Raise `baseline-depth` if the base branch is just far ahead; if the history is of another repository or of a branch that was rewritten, give `history` a place of its own and run the gate on the default branch.',
  }
}

function none(reason: string): FoundBaseline {
  return { baseline: { kind: 'none', reason }, parts: [], notes: [] }
}
