import { randomUUID } from 'node:crypto'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import type { HistoryQuery, HistoryRead, HistoryStore } from '@testwarden/core/ports/history-store'
import { createSegmentFold } from '@testwarden/history/fold-segments'
import type { HistoryBranch, TreeFile } from './branch.js'
import { changesOf } from './branch-changes.js'
import { shortRef } from './branch-ref.js'
import { type BranchSession, openBranchSession } from './branch-session.js'
import { JOB_PATIENCE, keepTrying, type Patience, type TryResult } from './growing-wait.js'
import { planHousekeeping } from './housekeeping.js'
import { findMissing, type Newcomer, newcomerOf } from './missing-records.js'
import { segmentFault } from './segment-fault.js'

export interface BranchStoreOptions {
  /** What the store is called on a page. */
  readonly name: string
  readonly branch: HistoryBranch
  readonly patience?: Patience
  readonly nowMs?: () => number
}

/** A branch with what the tries of one job share. */
interface OpenBranch {
  readonly branch: HistoryBranch
  readonly session: BranchSession
  readonly nowMs: () => number
}

/**
 * History as files of a branch. Every append is one commit on top of the state that it has looked at; when another
 * writer was first, it looks again. Appends from any number of jobs lose nothing.
 */
export function createBranchStore({ name, branch, patience, nowMs }: BranchStoreOptions): HistoryStore {
  const open: OpenBranch = { branch, session: openBranchSession(branch), nowMs: nowMs ?? Date.now }
  const inTurn = createTurns()
  return {
    name,
    read: (query) => inTurn(async () => readAction(open, query)),
    append: (record) => inTurn(() => appendAsOne([record])),
    async appendAll(records) {
      const [first, ...others] = records
      if (first !== undefined) await inTurn(() => appendAsOne([first, ...others]))
    },
  }

  function appendAsOne(records: Newcomers<HistoryRecord>): Promise<'appended' | 'already-there'> {
    const [first, ...others] = records
    const newcomers: Newcomers<Newcomer> = [newcomerOf(first), ...others.map(newcomerOf)]
    const appending: Appending = { newcomers, isUnsure: false }
    return keepTrying(patience ?? JOB_PATIENCE, {
      what: `append to the history ${shortRef(branch.ref)}`,
      attempt: (tries) => tryAppend(open, { appending, tries }),
    })
  }
}

async function readAction({ branch, session }: OpenBranch, query: HistoryQuery): Promise<HistoryRead> {
  // The state that this job saw first: its gates compare with one history, and a fetch is made once.
  const files = await session.list(await session.head(), query.action)
  const fold = createSegmentFold(query)
  const usable: TreeFile[] = []
  for (const file of files) {
    const fault = segmentFault(file)
    if (fault === null) usable.push(file)
    else fold.addFault(`${file.path} ${fault}; it is not used`)
  }
  await branch.read(usable, (segment) => fold.add(segment))
  return fold.end()
}

type Newcomers<Item> = readonly [Item, ...Item[]]

interface Appending {
  /** Records of one action, written by one commit. */
  readonly newcomers: Newcomers<Newcomer>
  /** A try ended without an answer: what is found afterwards may be our own. */
  isUnsure: boolean
}

async function tryAppend(
  open: OpenBranch,
  { appending, tries }: { readonly appending: Appending; readonly tries: number },
): Promise<TryResult<'appended' | 'already-there'>> {
  const { branch, session } = open
  const { action } = appending.newcomers[0].record.key
  const expected = tries === 1 ? await session.head() : await session.refresh()
  const files = await session.list(expected, action)
  const missing = await findMissing(branch, { files, newcomers: appending.newcomers })
  const [newcomer] = missing
  if (newcomer === undefined) return { value: appending.isUnsure ? 'appended' : 'already-there' }
  // Only at first: who had to wait for others does not make them wait for its housekeeping.
  const newcomers = missing.map(({ segment }) => segment)
  const tidy = tries === 1 ? await planHousekeeping(branch, { files, nowMs: open.nowMs(), newcomers }) : null
  const edit = tidy ?? { write: newcomers, remove: [], move: [] }
  const changes = changesOf({ files, edit, isFirst: expected === null })
  const message = messageOf(newcomer.record, { otherCount: missing.length - 1, isTidied: tidy !== null })
  const commit = await branch.commit({ parent: expected, changes, message })
  appending.isUnsure = true
  const answer = await branch.publish({ expected, commit })
  appending.isUnsure = false
  if (answer === 'moved-meanwhile') return 'again'
  session.advance(commit)
  return { value: 'appended' }
}

/**
 * For people who look at the branch. Other services that build every branch are asked not to. The id keeps two jobs
 * that write the same record within a second from making one commit, which both would believe to be theirs.
 */
function messageOf(
  { key, testedSha }: HistoryRecord,
  { otherCount, isTidied }: { readonly otherCount: number; readonly isTidied: boolean },
): string {
  const others = otherCount === 0 ? '' : ` (${otherCount + 1} records)`
  const tidied = isTidied ? ' and pack old months' : ''
  return `Record ${key.action} of ${testedSha.slice(0, 7)}${others}${tidied}\n\n[skip ci]\nwrite-id: ${randomUUID()}\n`
}

/** One after the other: the tries of one job share a repository on disk. */
function createTurns(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
}
