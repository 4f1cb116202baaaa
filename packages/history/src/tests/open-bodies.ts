import { decodeCells } from './cells-text.js'
import { type EncodedRun, readBody } from './encoded-run.js'
import type { KeyTable } from './key-table.js'
import { type OpenedRoster, type OpenedRun, openRoster, openRun } from './opened-run.js'
import { createRosterShelf, type RosterShelf } from './roster-shelf.js'
import { areTimesSound } from './times-text.js'

export interface OpenedBodies {
  /** One for each body; null: it cannot be used. */
  readonly runs: readonly (OpenedRun | null)[]
  readonly problems: readonly string[]
}

/** The newest first, so that what is too much in all is what lies furthest back. */
export function openBodies(bodies: readonly unknown[], table: KeyTable): OpenedBodies {
  const faults: string[] = []
  const read = bodies.map((body) => {
    const found = readBody(body)
    if (!found.ok) faults.push(found.fault)
    return found.ok ? found.run : null
  })
  const shelf = createRosterShelf(
    read.filter((run) => run !== null),
    table,
  )
  const opening: Opening = { table, shelf, rosters: new Map(), faults }
  const runs = read.map(() => null as OpenedRun | null)
  for (let index = read.length - 1; index >= 0; index--) runs[index] = openBody(read[index] ?? null, opening)
  return { runs, problems: problemsOf(faults) }
}

interface Opening {
  readonly table: KeyTable
  readonly shelf: RosterShelf
  readonly rosters: Map<string, OpenedRoster>
  /** Of runs that are left out; each reads on after "because ". */
  readonly faults: string[]
}

function openBody(body: EncodedRun | null, { table, shelf, rosters, faults }: Opening): OpenedRun | null {
  if (body === null) return null
  const id = typeof body.roster === 'string' ? body.roster : body.roster.id
  const found = shelf.find(id)
  if (!found.ok) {
    faults.push(found.fault)
    return null
  }
  const opened = rosters.get(id) ?? openRoster(found.roster, table)
  rosters.set(id, opened)
  const size = found.roster.keyIds.length
  const cells = decodeCells(body, size)
  if (cells !== null && areTimesSound(body.times, size)) return openRun(body, opened, cells)
  faults.push('its record is damaged')
  return null
}

/** The same fault of many runs is one problem. */
function problemsOf(faults: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const fault of faults) counts.set(fault, (counts.get(fault) ?? 0) + 1)
  return [...counts].map(([fault, count]) =>
    count === 1 ? `One run is left out, because ${fault}.` : `${count} runs are left out, because ${fault}.`,
  )
}
