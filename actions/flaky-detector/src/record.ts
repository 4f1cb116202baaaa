import type { AppendHistory } from '@testwarden/core/model/change'
import { canonicalJson, variantKeyOf } from '@testwarden/core/model/record-key'
import { encodeRun } from '@testwarden/history/tests/encode-run'
import { rosterLinks } from '@testwarden/history/tests/roster-links'
import type { LegFacts, TestRename } from './facts.js'
import { proposedQuarantines } from './judging/proposed-quarantines.js'
import type { Subject } from './subject.js'

/** What history keeps of this run: every test, what was not one plain pass, and fingerprints; never a message. */
export function recordRun(subject: Subject): readonly AppendHistory[] {
  const { run } = subject.evidence
  const variant = canonicalJson(variantKeyOf(run.key))
  // A whole that was folded from legs leaves no record of its own: each leg does.
  const leg = subject.evidence.facts.legs.find((each) => each.variant === variant)
  if (leg === undefined || run.testedSha === null || leg.tests.length === 0) return []
  // A pull request's own job writes no history: the job that publishes the run does.
  const keptBy = run.isBaseline ? {} : ({ keptBy: 'publish' } as const)
  // A leg's tests are compared with the same leg's only. Where one fails, GitHub mostly cancels the others.
  const keeping = { ...keptBy, standsAlone: true } as const
  const body = { ...encodedRun(leg, subject), ...renameFacts(leg), ...quarantineFacts(leg, subject) }
  return [
    { kind: 'append-history', key: `append-history:${canonicalJson(run.key)}`, body, ...rosterLinks(body), ...keeping },
  ]
}

function encodedRun(leg: LegFacts, { evidence, judged }: Subject): ReturnType<typeof encodeRun> {
  const fingerprints = new Map(leg.failures.map(({ key, fingerprint }) => [key, fingerprint]))
  const mass = judged.mass.find((each) => each.leg === leg)
  const cases = leg.tests.map(({ key, outcome, durationUs }) => {
    return { key, outcome, durationUs, fingerprint: fingerprints.get(key) ?? null }
  })
  const isWhole = evidence.problems.length === 0
  const withheld = mass?.isWithheld === true ? 'mass-failure' : null
  return encodeRun({ cases, isWhole, withheld }, leg.rosters)
}

/** So that the story of a test goes on under its new name. */
function renameFacts({ past }: LegFacts): { readonly renamed?: readonly TestRename[] } {
  return past.kind === 'known' && past.renamed.length > 0 ? { renamed: past.renamed } : {}
}

/** Where rules may quarantine: what they enter and end with this run. */
function quarantineFacts(leg: LegFacts, { config, evidence }: Subject): { readonly quarantines?: readonly unknown[] } {
  if (config.own['quarantine-by'].value !== 'rules' || !evidence.run.isBaseline) return {}
  const question = { own: config.own, now: evidence.run.now }
  const { enter } = proposedQuarantines(withoutClaims(leg), question)
  const { end } = proposedQuarantines(leg, question)
  const facts = [...enter, ...end.map(({ entry }) => ({ ...entry, left: evidence.run.now.slice(0, 10) }))]
  return facts.length === 0 ? {} : { quarantines: facts }
}

/** What pull requests and forks say of themselves makes nobody an excuse that no person has looked at. */
function withoutClaims(leg: LegFacts): LegFacts {
  return leg.past.kind === 'known' ? { ...leg, past: { ...leg.past, contradictions: [] } } : leg
}
