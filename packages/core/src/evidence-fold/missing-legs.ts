import type { RecordKey } from '../model/record-key.js'
import { legCell, legName, matrixValues } from './leg.js'

/** What GitHub lists of a job. */
export interface ListedJob {
  /** As shown: `test (20, ubuntu)`, `caller / test (20)`, or whatever its `name:` says. */
  readonly name: string
  /** null while it runs. */
  readonly conclusion: string | null
}

/** Which legs there should be. */
export type Expectation =
  /** All jobs of the run: those called like a leg that is there must all be legs. */
  | { readonly kind: 'jobs'; readonly jobs: readonly ListedJob[] }
  | { readonly kind: 'count'; readonly count: number }
  /** As GitHub shows them: `test (20, ubuntu)`. */
  | { readonly kind: 'names'; readonly names: readonly string[] }

export interface MissingLegs {
  /** For people, each one a leg or a number of them. */
  readonly missing: readonly string[]
  /** What could not be checked. */
  readonly notes: readonly string[]
}

type Cell = Pick<RecordKey, 'job' | 'matrix' | 'checkRun'>

/** Legs that handed nothing over. @param keys of the legs that did */
export function findMissingLegs(keys: readonly Cell[], expectation: Expectation): MissingLegs {
  const cells = [...new Map(keys.map((key) => [legCell(key), key])).values()]
  switch (expectation.kind) {
    case 'count':
      return byCount(cells, expectation.count)
    case 'names':
      return { missing: unmatched(cells, expectation.names), notes: [] }
    case 'jobs':
      return byJobs(cells, expectation.jobs)
  }
}

function byCount(cells: readonly Cell[], count: number): MissingLegs {
  const lacking = count - cells.length
  if (lacking <= 0) return { missing: [], notes: [] }
  const there = cells.length === 0 ? 'none is there' : `there are ${cells.map(legName).join(', ')}`
  return { missing: [`${lacking} of ${count} (${there})`], notes: [] }
}

function byJobs(cells: readonly Cell[], jobs: readonly ListedJob[]): MissingLegs {
  const ids = [...new Set(cells.map(({ job }) => job))].sort()
  const found = ids.map((id) => byJob(id, { cells: cells.filter(({ job }) => job === id), jobs }))
  return { missing: found.flatMap(({ missing }) => missing), notes: found.flatMap(({ notes }) => notes) }
}

function byJob(
  id: string,
  { cells, jobs }: { readonly cells: readonly Cell[]; readonly jobs: readonly ListedJob[] },
): MissingLegs {
  // A leg that its own `if:` skipped was never asked for anything.
  const names = jobs.filter(({ conclusion }) => conclusion !== 'skipped').map(({ name }) => ownPart(name, id))
  const legs = names.filter((name) => name === id || (name.startsWith(`${id} (`) && name.endsWith(')')))
  if (legs.length === 0) {
    const note = `The legs of ${id} have names of their own, so a missing one cannot be told: set \`expected-legs\`.`
    return { missing: [], notes: cells.length > 0 ? [note] : [] }
  }
  const lacking = legs.length - cells.length
  if (lacking <= 0) return { missing: [], notes: [] }
  const suspects = unmatched(cells, legs)
  if (suspects.length === lacking) return { missing: suspects, notes: [] }
  return { missing: [`${lacking} of ${legs.length} legs of ${id} (among ${suspects.join(', ')})`], notes: [] }
}

/** A job of a reusable workflow is called `caller / job`. */
function ownPart(name: string, id: string): string {
  const at = name.lastIndexOf(` / ${id}`)
  return at < 0 ? name : name.slice(at + 3)
}

/** Names to which no leg answers. Each leg answers once, to the name that says most first. */
function unmatched(cells: readonly Cell[], names: readonly string[]): string[] {
  const free = [...cells]
  const left: string[] = []
  for (const name of [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
    const at = free.findIndex((cell) => answers(cell, name))
    if (at < 0) left.push(name)
    else free.splice(at, 1)
  }
  return left.sort()
}

/** Every value in the name is one of the cell's; keys that `include` added may be missing in the name. */
function answers({ job, matrix }: Cell, name: string): boolean {
  if (name === job) return true
  if (!name.startsWith(`${job} (`) || !name.endsWith(')')) return false
  const own = matrixValues(matrix).flatMap((value) => value.split(', '))
  for (const value of name.slice(job.length + 2, -1).split(', ')) {
    const at = own.indexOf(value)
    if (at < 0) return false
    own.splice(at, 1)
  }
  return true
}
