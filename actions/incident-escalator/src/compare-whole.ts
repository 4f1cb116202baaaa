import type { Evidence } from '@testwarden/core/model/evidence'
import type { Ports } from '@testwarden/core/ports/ports'
import type { IncidentsFacts } from './facts.js'
import { readPast } from './reading/read-past.js'

/** What earlier runs of the whole say, in place of what a leg says to have read of the past. */
export async function compareWhole(
  whole: Evidence<IncidentsFacts>,
  { history }: Pick<Ports, 'history'>,
): Promise<Evidence<IncidentsFacts>> {
  const { past, frozen, notes } = await readPast(whole.run, { history })
  const { facts } = whole
  return { ...whole, facts: { ...facts, past, frozen, notes: [...new Set([...facts.notes, ...notes])] } }
}
