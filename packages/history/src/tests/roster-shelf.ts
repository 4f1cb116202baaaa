import type { EncodedRun, RosterText } from './encoded-run.js'
import type { KeyTable } from './key-table.js'
import type { Roster } from './roster.js'
import { rosterId } from './roster-id.js'
import { unpackRoster } from './unpack-roster.js'

/** Keys of all rosters together; each takes nine bytes. */
const MAX_ENTRIES = 32_000_000

/** The fault reads on after "because ". */
export type FoundRoster =
  | { readonly ok: true; readonly roster: Roster }
  | { readonly ok: false; readonly fault: string }

/** The rosters of some records, unpacked when somebody asks for one. */
export interface RosterShelf {
  find(id: string): FoundRoster
}

export function createRosterShelf(runs: Iterable<EncodedRun>, table: KeyTable): RosterShelf {
  const texts = textsById(runs)
  const found = new Map<string, FoundRoster>()
  let entries = 0
  const unpack = (text: RosterText, base: Roster | null): FoundRoster => {
    if (entries > MAX_ENTRIES) return fault('the rosters of all runs together are too large')
    const roster = unpackRoster(text, base, table)
    if (roster === null) return fault(`the roster ${text.id} is damaged`)
    entries += roster.keyIds.length
    return { ok: true, roster }
  }
  return {
    find(id) {
      const chain = chainOf(id, { texts, found })
      if (!chain.ok) return chain
      let last: FoundRoster | null = chain.known
      for (const text of chain.texts) {
        if (last !== null && !last.ok) return last
        last = unpack(text, last?.roster ?? null)
        found.set(text.id, last)
      }
      return last ?? missing(id)
    },
  }
}

/** Of two with one id, one is not what its id says: it must not take the place of the other. */
function textsById(runs: Iterable<EncodedRun>): ReadonlyMap<string, RosterText> {
  const texts = new Map<string, RosterText>()
  for (const { roster } of runs)
    if (typeof roster !== 'string' && (!texts.has(roster.id) || rosterId(roster) === roster.id))
      texts.set(roster.id, roster)
  return texts
}

type Chain =
  | { readonly ok: true; readonly known: FoundRoster | null; readonly texts: readonly RosterText[] }
  | { readonly ok: false; readonly fault: string }

interface Shelved {
  readonly texts: ReadonlyMap<string, RosterText>
  readonly found: ReadonlyMap<string, FoundRoster>
}

/** What must be unpacked, the lowest first, on top of what is known. An id stands for content, so none can be a circle. */
function chainOf(id: string, { texts, found }: Shelved): Chain {
  const chain: RosterText[] = []
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null; ) {
    const known = found.get(at)
    if (known !== undefined) return { ok: true, known, texts: chain.reverse() }
    const text = texts.get(at)
    if (text === undefined || seen.has(at)) return missing(at)
    seen.add(at)
    chain.push(text)
    at = text.base
  }
  return { ok: true, known: null, texts: chain.reverse() }
}

function missing(id: string): Extract<FoundRoster, { readonly ok: false }> {
  return fault(`no record holds the roster ${id.slice(0, 64)}`)
}

function fault(text: string): Extract<FoundRoster, { readonly ok: false }> {
  return { ok: false, fault: text }
}
