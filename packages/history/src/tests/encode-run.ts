import { encodeCells, isOutcome } from './cells-text.js'
import { changeSince, encodeRoster, type KnownCases, type RosterChange, sizeOfChange } from './encode-roster.js'
import { type EncodedRun, type RosterText, readBody } from './encoded-run.js'
import { KeyTable } from './key-table.js'
import type { RecordedCase, RecordedRun } from './recorded-run.js'
import type { Roster } from './roster.js'
import { createRosterShelf, type RosterShelf } from './roster-shelf.js'
import { encodeTimes } from './times-text.js'
import { unpackRoster } from './unpack-roster.js'

/**
 * So many rosters rest on one another at most; then a change is told against the full one at the bottom. A record that
 * is kept for years keeps as many others.
 */
const MAX_DEPTH = 16

/** So many of the newest rosters are looked at: branches and partial runs take turns. */
const CANDIDATES = 8

/** So many runs in a row, with most tests far from their references, are worth a roster with new ones. */
const STALE_RUNS = 16

/**
 * The body of a record. Its roster is one of `known` where that has the same tests, else a change of one of them, or in
 * full where a change would be no shorter.
 * @param known bodies of earlier records of the same variant, oldest first; of records that stay readable only, which
 *   means those of the default branch. What cannot be read among them is passed over
 * @throws TypeError when the cases are not ascending by key, or have an outcome of other letters; that is a bug of ours
 */
export function encodeRun(run: RecordedRun, known: readonly unknown[]): EncodedRun {
  requireSound(run.cases)
  const table = new KeyTable()
  const chosen = chooseRoster(run.cases, { known: readable(known), table })
  const durationsUs = run.cases.map(({ durationUs }) => durationUs)
  return {
    schema: 'testwarden.test-record/1',
    roster: chosen.text ?? chosen.roster.id,
    isWhole: run.isWhole,
    withheld: run.withheld,
    ...encodeCells(run.cases, chosen.roster.skips),
    times: encodeTimes({ references: chosen.roster.references, durationsUs }),
  }
}

function readable(bodies: readonly unknown[]): EncodedRun[] {
  return bodies.flatMap((body) => {
    const read = readBody(body)
    return read.ok ? [read.run] : []
  })
}

function requireSound(cases: readonly RecordedCase[]): void {
  for (const [index, { key, outcome }] of cases.entries()) {
    const before = cases[index - 1]
    if (before !== undefined && before.key >= key)
      throw new TypeError(`cases must ascend by key: ${before.key}, ${key}`)
    if (!isOutcome(outcome)) throw new TypeError(`${JSON.stringify(outcome)} is no outcome of attempts`)
  }
}

interface ChosenRoster {
  readonly roster: Roster
  /** null: an earlier record holds it. */
  readonly text: RosterText | null
}

interface KnownRosters {
  readonly known: readonly EncodedRun[]
  readonly table: KeyTable
}

function chooseRoster(cases: readonly RecordedCase[], { known, table }: KnownRosters): ChosenRoster {
  const shelf = createRosterShelf(known, table)
  const rosters = newestRosters(known, shelf)
  const keyIds = Int32Array.from(cases, ({ key }) => table.idOf(key) ?? -1)
  const changes = rosters.map((roster) => changeSince(roster, { cases, keyIds }, table))
  const [nearest] = changes.sort((left, right) => sizeOfChange(left) - sizeOfChange(right))
  const isStale = areReferencesStale(known, cases.length)
  if (nearest !== undefined && sizeOfChange(nearest) === 0 && !isStale) return { roster: nearest.base, text: null }
  const change =
    nearest === undefined || isStale ? null : shortChain(nearest, { known: { cases, keyIds }, shelf, table })
  const isShort = change !== null && sizeOfChange(change) * 2 < cases.length
  const text = encodeRoster(isShort ? change : null, cases)
  const roster = unpackRoster(text, isShort ? change.base : null, table)
  if (roster === null) throw new TypeError('a roster that is to be written cannot be read')
  return { roster, text }
}

function newestRosters(known: readonly EncodedRun[], shelf: RosterShelf): readonly Roster[] {
  const ids = new Set<string>()
  for (let index = known.length - 1; index >= 0 && ids.size < CANDIDATES; index--) {
    const roster = known[index]?.roster
    if (roster !== undefined) ids.add(typeof roster === 'string' ? roster : roster.id)
  }
  return [...ids].flatMap((id) => {
    const found = shelf.find(id)
    return found.ok ? [found.roster] : []
  })
}

/** By the length of their texts: a test at its reference takes nothing, one nearby a character, others two or more. */
function areReferencesStale(known: readonly EncodedRun[], tests: number): boolean {
  const recent = known.slice(-STALE_RUNS)
  if (recent.length < STALE_RUNS) return false
  return recent.every(({ times }) => times !== null && times.near.length + times.far.length / 2 > tests / 2)
}

interface ChainFacts {
  readonly known: KnownCases
  readonly shelf: RosterShelf
  readonly table: KeyTable
}

/** Who reads a roster unpacks all that it rests on, and none of them may ever go. */
function shortChain(change: RosterChange, { known, shelf, table }: ChainFacts): RosterChange | null {
  if (change.base.depth < MAX_DEPTH) return change
  const root = shelf.find(change.base.rootId)
  return root.ok ? changeSince(root.roster, known, table) : null
}
