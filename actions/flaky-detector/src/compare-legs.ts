import { ownLeg } from '@testwarden/core/evidence-fold/own-leg'
import type { Evidence, RunContext } from '@testwarden/core/model/evidence'
import type { Ports } from '@testwarden/core/ports/ports'
import { extendLine } from '@testwarden/history/line/known-line'
import { orderRecords } from '@testwarden/history/line/order-records'
import { readShelf, type Shelf } from '@testwarden/history/line/read-shelf'
import { relatedRecords, standInText } from '@testwarden/history/line/related-records'
import type { FlakyFacts, LegFacts } from './facts.js'
import { buildPast } from './reading/build-past.js'
import { newestRosters } from './reading/newest-rosters.js'
import { whyNothing } from './reading/read-past.js'
import { wantedStories } from './reading/wanted-stories.js'

/**
 * Legs as other jobs handed them over. A leg of the default branch is believed; the job of a change ran that change's
 * code, so what it says to have read of the past is replaced by what is read here: stories, quarantines and rosters.
 * There is no checkout, so each record's parent tells the order of commits, and where those end the time of the records.
 */
export async function compareLegs(
  legs: readonly Evidence<FlakyFacts>[],
  { history }: Pick<Ports, 'history'>,
): Promise<readonly Evidence<FlakyFacts>[]> {
  const own = legs.map((leg) => ownLeg(leg, checkedLeg))
  const [first] = own.filter(({ run }) => !run.isBaseline)
  if (first === undefined) return own
  const shelf = await readShelf(first.run.key.action, history)
  return own.map((leg) => (leg.run.isBaseline ? leg : withPast(leg, shelf)))
}

function checkedLeg(leg: LegFacts, { testedSha, testedTree }: RunContext): LegFacts {
  return { ...leg, testedSha, tree: testedTree ?? null }
}

function withPast(evidence: Evidence<FlakyFacts>, shelf: Shelf): Evidence<FlakyFacts> {
  const legs = evidence.facts.legs.map((leg) => ({ ...leg, ...pastOf(leg, { run: evidence.run, shelf }) }))
  return { ...evidence, facts: { legs } }
}

function pastOf(
  leg: LegFacts,
  { run, shelf }: { readonly run: RunContext; readonly shelf: Shelf },
): Pick<LegFacts, 'past' | 'rosters' | 'notes'> {
  if (shelf.kind !== 'read') return { past: shelf, rosters: [], notes: leg.notes }
  const { records: all, warnings } = shelf
  const { records: related, standIn } = relatedRecords(all, run.key)
  const records = related.filter(({ testedSha }) => testedSha !== run.testedSha)
  if (records.length === 0)
    return { past: { kind: 'none', reason: whyNothing(all.length) }, rosters: [], notes: told(leg, warnings) }
  const baseSha = run.base.kind === 'commit' ? run.base.sha : null
  const start = baseSha ?? run.testedParent ?? null
  const line = extendLine({ ancestors: start === null ? [] : [start], isWhole: false }, all)
  const { past, problems, bodies } = buildPast({
    records: orderRecords(records, line),
    keys: leg.tests.map(({ key }) => key),
    wanted: wantedStories(leg),
    baseSha,
    renames: leg.change.kind === 'known' ? leg.change.renames : [],
  })
  const instead = standIn === null ? [] : [standInText(standIn)]
  const rosters = standIn === null ? newestRosters(bodies) : []
  return { past, rosters, notes: told(leg, [...warnings, ...instead, ...problems]) }
}

function told({ notes }: LegFacts, more: readonly string[]): readonly string[] {
  return [...new Set([...notes, ...more])]
}
