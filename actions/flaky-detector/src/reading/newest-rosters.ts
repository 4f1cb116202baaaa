import { type EncodedRun, readBody } from '@testwarden/history/tests/encoded-run'
import { rosterLinks } from '@testwarden/history/tests/roster-links'

/** A chain is no longer than this; see `encode-run`. */
const CHAIN_MAX = 100

/**
 * The roster of the newest record and all that it rests on, the lowest first, as bodies without cells: enough to write
 * the next record, and a fraction of the history.
 */
export function newestRosters(bodies: readonly unknown[]): readonly EncodedRun[] {
  const providers = new Map(bodies.flatMap((body) => rosterLinks(body).provides.map((id) => [id, body] as const)))
  const { provides, needs } = rosterLinks(bodies.at(-1))
  const chain: EncodedRun[] = []
  let id = provides[0] ?? needs[0]
  while (id !== undefined && chain.length < CHAIN_MAX) {
    const body = providers.get(id)
    const read = readBody(body)
    // A chain with a gap is of no use to anybody: the next record holds its roster in full.
    if (!read.ok) return []
    chain.unshift(withoutCells(read.run))
    id = rosterLinks(body).needs[0]
  }
  return chain
}

/** Of a record nothing but which tests it has. */
export function withoutCells({ schema, roster }: EncodedRun): EncodedRun {
  return { schema, roster, isWhole: true, withheld: null, outcomes: [], fingerprints: [], cells: '', times: null }
}
