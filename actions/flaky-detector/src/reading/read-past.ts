import { PlatformError } from '@testwarden/core/model/errors'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import type { Ports } from '@testwarden/core/ports/ports'
import { extendLine, type KnownLine } from '@testwarden/history/line/known-line'
import { orderRecords } from '@testwarden/history/line/order-records'
import { readLine } from '@testwarden/history/line/read-line'
import { relatedRecords, standInText } from '@testwarden/history/line/related-records'
import type { FileRename, KnownPast, PastFacts } from '../facts.js'
import { buildPast } from './build-past.js'
import { fileRenames } from './file-renames.js'

export interface PastSources {
  readonly run: RunContext
  readonly keys: readonly string[]
  readonly wanted: ReadonlySet<string>
  /** How many commits are fetched where the checkout has fewer. */
  readonly fetchDepth: number
  /** Of the change, where there is one. */
  readonly renames: readonly FileRename[]
}

export interface ReadPast {
  readonly past: PastFacts
  readonly notes: readonly string[]
  /** Bodies of earlier records of the default branch, oldest first: a new one rests on their rosters. */
  readonly bodies: readonly unknown[]
  /** All of this job and matrix cell, or of the job that stands in for it. */
  readonly records: readonly HistoryRecord[]
  /** Of what is compared with, newest first, as far as git knows them. */
  readonly firstParents: readonly string[]
}

/** The past of this job and matrix cell, or of the job that stands in for it, or why there is none. */
export async function readPast(sources: PastSources, ports: Pick<Ports, 'git' | 'history'>): Promise<ReadPast> {
  if (ports.history === null)
    return none('No history is configured, so nothing is known of earlier runs. Set `history` to keep them.')
  try {
    return await lookUp(sources, { git: ports.git, history: ports.history })
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return withoutRecords({ kind: 'unreadable', reason: error.message, remedy: error.remedy })
  }
}

type OpenPorts = { readonly git: Ports['git']; readonly history: NonNullable<Ports['history']> }

async function lookUp(
  { run, keys, wanted, fetchDepth, renames }: PastSources,
  { git, history }: OpenPorts,
): Promise<ReadPast> {
  const { records: all, warnings } = await history.read({ action: run.key.action })
  const related = relatedRecords(all, run.key)
  const records = related.records.filter(({ testedSha }) => testedSha !== run.testedSha)
  const notes = [...warnings]
  if (records.length === 0) {
    const { past } = none(whyNothing(all.length))
    return { ...withoutRecords(past), notes }
  }
  if (related.standIn !== null) notes.push(standInText(related.standIn))
  const line = await readLine({ run, records, fetchDepth }, git).catch((error: unknown): KnownLine => {
    if (!(error instanceof PlatformError)) throw error
    notes.push(`The order of commits is not known, so that of time counts: ${error.message}`)
    return { ancestors: [], isWhole: false }
  })
  const baseSha = run.base.kind === 'commit' ? run.base.sha : (line.ancestors[0] ?? null)
  const question = { records: orderRecords(records, extendLine(line, all)), keys, wanted, baseSha, renames }
  const first = buildPast(question)
  const found = await renamesFor(first.past, { run, renames }, git)
  const built = found.length === renames.length ? first : buildPast({ ...question, renames: found })
  // A record rests on rosters of its own job only: those of another one may be thinned out without it.
  const bodies = related.standIn === null ? built.bodies : []
  const told = [...notes, ...built.problems]
  return { past: built.past, notes: told, bodies, records, firstParents: line.ancestors }
}

/** On the default branch no change is judged, but files are renamed there: looked up where tests came and went. */
async function renamesFor(
  past: KnownPast,
  { run, renames }: Pick<PastSources, 'run' | 'renames'>,
  git: Ports['git'],
): Promise<readonly FileRename[]> {
  const hasBoth = past.roster !== null && past.roster.missingCount > 0 && past.roster.added.length > 0
  if (!hasBoth || run.base.kind !== 'history' || run.testedSha === null) return renames
  const last = past.commits.at(-1)
  if (last === undefined) return renames
  await git.ensureCommit(last.sha)
  return fileRenames(await git.diff(last.sha, run.testedSha))
}

/** Why the past of one variant is unknown though the history could be read. */
export function whyNothing(recordsOfOthers: number): string {
  return recordsOfOthers === 0
    ? 'The history has no test runs yet: a run of the default branch writes the first, and `testwarden history import` reads those of the past.'
    : 'The history has test runs of other jobs, but none of this job and matrix cell.'
}

function none(reason: string): ReadPast {
  return withoutRecords({ kind: 'none', reason })
}

function withoutRecords(past: PastFacts): ReadPast {
  return { past, notes: [], bodies: [], records: [], firstParents: [] }
}
