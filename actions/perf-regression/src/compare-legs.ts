import { ownLeg } from '@testwarden/core/evidence-fold/own-leg'
import type { Evidence, RunContext } from '@testwarden/core/model/evidence'
import type { Ports } from '@testwarden/core/ports/ports'
import { extendLine } from '@testwarden/history/line/known-line'
import { orderRecords } from '@testwarden/history/line/order-records'
import { readShelf, type Shelf } from '@testwarden/history/line/read-shelf'
import { relatedRecords, standInText } from '@testwarden/history/line/related-records'
import type { PerfFacts, PerfLeg } from './facts.js'
import { buildPast } from './reading/build-past.js'
import { whyNothing } from './reading/read-past.js'
import { stratumOf } from './reading/stratum.js'

/**
 * Legs as other jobs handed them over. A leg of the default branch is believed; the job of a change ran that change's
 * code, so what it says to have read of the past is replaced by what is read here. There is no checkout, so each record's
 * parent tells the order of commits, and where those end the time of the records; and no reference has a commit.
 */
export async function compareLegs(
  legs: readonly Evidence<PerfFacts>[],
  { history }: Pick<Ports, 'history'>,
): Promise<readonly Evidence<PerfFacts>[]> {
  const own = legs.map((leg) => ownLeg(leg, checkedLeg))
  const [first] = own.filter(({ run }) => !run.isBaseline)
  if (first === undefined) return own
  const shelf = await readShelf(first.run.key.action, history)
  return own.map((leg) => (leg.run.isBaseline ? leg : withPast(leg, shelf)))
}

function checkedLeg(leg: PerfLeg, { testedSha, machine }: RunContext): PerfLeg {
  return { ...leg, testedSha, stratum: stratumOf(machine) }
}

function withPast(evidence: Evidence<PerfFacts>, shelf: Shelf): Evidence<PerfFacts> {
  const legs = evidence.facts.legs.map((leg) => ({ ...leg, ...pastOf(leg, { run: evidence.run, shelf }) }))
  return { ...evidence, facts: { legs } }
}

function pastOf(
  leg: PerfLeg,
  { run, shelf }: { readonly run: RunContext; readonly shelf: Shelf },
): Pick<PerfLeg, 'past' | 'roster' | 'notes'> {
  if (shelf.kind !== 'read') return { past: shelf, roster: null, notes: leg.notes }
  const { records: all, warnings } = shelf
  const { records: related, standIn } = relatedRecords(all, run.key)
  const records = related.filter(({ testedSha }) => testedSha !== run.testedSha)
  if (records.length === 0)
    return { past: { kind: 'none', reason: whyNothing(all.length) }, roster: null, notes: told(leg, warnings) }
  const baseSha = run.base.kind === 'commit' ? run.base.sha : null
  const start = baseSha ?? run.testedParent ?? null
  const line = extendLine({ ancestors: start === null ? [] : [start], isWhole: false }, all)
  const ordered = orderRecords(records, line).line
  const built = buildPast({ line: ordered, pinned: [], stratum: leg.stratum, names: leg.metrics })
  const instead = standIn === null ? [] : [standInText(standIn)]
  const roster = standIn === null ? built.roster : null
  return { past: built.past, roster, notes: told(leg, [...warnings, ...instead, ...built.problems]) }
}

function told({ notes }: PerfLeg, more: readonly string[]): readonly string[] {
  return [...new Set([...notes, ...more])]
}
