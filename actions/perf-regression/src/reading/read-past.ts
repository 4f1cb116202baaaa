import { PlatformError } from '@testwarden/core/model/errors'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import type { Ports } from '@testwarden/core/ports/ports'
import type { MetricRoster } from '@testwarden/history/benchmarks/metric-roster'
import type { MeasuredName } from '@testwarden/history/benchmarks/recorded-benchmarks'
import { extendLine, type KnownLine } from '@testwarden/history/line/known-line'
import { orderRecords } from '@testwarden/history/line/order-records'
import { readLine } from '@testwarden/history/line/read-line'
import { relatedRecords, standInText } from '@testwarden/history/line/related-records'
import type { PerfPast } from '../facts.js'
import { buildPast } from './build-past.js'

export interface PastSources {
  readonly run: RunContext
  readonly stratum: string
  readonly names: readonly MeasuredName[]
  /** How many commits are fetched where the checkout has fewer. */
  readonly fetchDepth: number
  /** A commit, tag or branch that drift is measured from; null: none is. */
  readonly reference: string | null
}

export interface ReadPast {
  readonly past: PerfPast
  readonly roster: MetricRoster | null
  readonly notes: readonly string[]
}

/** The past of this job and matrix cell, or of the job that stands in for it, or why there is none. */
export async function readPast(sources: PastSources, ports: Pick<Ports, 'git' | 'history'>): Promise<ReadPast> {
  if (ports.history === null)
    return none('No history is configured, so nothing is compared with the past. Set `history` to keep it.')
  try {
    return await lookUp(sources, { git: ports.git, history: ports.history })
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return { past: { kind: 'unreadable', reason: error.message, remedy: error.remedy }, roster: null, notes: [] }
  }
}

type OpenPorts = { readonly git: Ports['git']; readonly history: NonNullable<Ports['history']> }

async function lookUp(sources: PastSources, { git, history }: OpenPorts): Promise<ReadPast> {
  const { run, stratum, names, fetchDepth } = sources
  const { records: all, warnings } = await history.read({ action: run.key.action })
  const related = relatedRecords(all, run.key)
  const records = related.records.filter(({ testedSha }) => testedSha !== run.testedSha)
  if (records.length === 0) return { ...none(whyNothing(all.length)), notes: warnings }
  const notes = [...warnings]
  if (related.standIn !== null) notes.push(standInText(related.standIn))
  const line = await readLine({ run, records, fetchDepth }, git).catch((error: unknown): KnownLine => {
    if (!(error instanceof PlatformError)) throw error
    notes.push(`The order of commits is not known, so that of time counts: ${error.message}`)
    return { ancestors: [], isWhole: false }
  })
  const reference = await pinnedCommit(sources, git)
  const ordered = orderRecords(records, extendLine(line, all)).line
  const built = buildPast({ line: ordered, pinned: recordsOf(reference, records), stratum, names })
  // A record rests on rosters of its own job only: those of another one may be thinned out without it.
  const roster = related.standIn === null ? built.roster : null
  return { past: built.past, roster, notes: [...notes, ...built.problems] }
}

/** @returns null where none is named, or where no such thing is known here, which the rule tells */
async function pinnedCommit({ reference }: PastSources, git: Ports['git']): Promise<string | null> {
  if (reference === null || git.absence !== null) return null
  return git.resolve(reference)
}

/** A release may be of another branch than the one that this run follows. */
function recordsOf(sha: string | null, records: readonly HistoryRecord[]): readonly HistoryRecord[] {
  return records.filter(({ testedSha, trust }) => testedSha === sha && trust === 'default-branch')
}

/** Why the past of one variant is unknown though the history could be read. */
export function whyNothing(recordsOfOthers: number): string {
  return recordsOfOthers === 0
    ? 'The history has no benchmarks yet: a run of the default branch writes the first.'
    : 'The history has benchmarks of other jobs, but none of this job and matrix cell.'
}

function none(reason: string): ReadPast {
  return { past: { kind: 'none', reason }, roster: null, notes: [] }
}
