import { addDays } from '@testwarden/core/model/day'
import { testNameOf } from '@testwarden/core/model/test-key'
import { isMeant, QUARANTINE_DAYS, type Quarantine, standingOf } from '@testwarden/core/quarantine/quarantine'
import type { FlakySettings } from '../config.js'
import { tallyOf } from '../diagnosis/evidence.js'
import { flakeRate, judgeQuarantine, mayEnterQuarantine, type QuarantineState } from '../diagnosis/quarantine-rule.js'
import type { TestStory } from '../diagnosis/story.js'
import type { LegFacts, RecordedQuarantine } from '../facts.js'
import { quarantinesOf } from './quarantines.js'
import { storiesOf } from './stories.js'

/** What the rules would change about the quarantines of a leg. */
export interface ProposedQuarantines {
  /** Well known as flaky, and under no valid entry. */
  readonly enter: readonly RecordedQuarantine[]
  /** Entries of the history whose tests have passed long enough. */
  readonly end: readonly { readonly entry: RecordedQuarantine; readonly state: QuarantineState }[]
  /** Entries of the config whose tests have passed long enough. */
  readonly mended: readonly { readonly entry: Quarantine; readonly state: QuarantineState }[]
}

const NOTHING: ProposedQuarantines = { enter: [], end: [], mended: [] }
const MILLION = 1_000_000

export function proposedQuarantines(
  leg: LegFacts,
  { own, now }: { readonly own: FlakySettings; readonly now: string },
): ProposedQuarantines {
  const { past } = leg
  if (past.kind !== 'known') return NOTHING
  const stories = storiesOf(leg)
  const valid = quarantinesOf(leg, own).filter((entry) => standingOf(entry, now) === 'valid')
  const present = new Set(leg.tests.map(({ key }) => key))
  const recorded = new Map(past.quarantines.map((entry) => [entry.key, entry]))
  const owners = new Map(leg.failures.map((failure) => [failure.key, failure.owners[0] ?? '']))
  const enter = past.stories.flatMap(({ key }): RecordedQuarantine[] => {
    if (!present.has(key) || valid.some((entry) => isMeant(entry, key))) return []
    const before = recorded.get(key)
    // One that ended by its day needs a person: rules that renewed it would make it endless.
    if (before !== undefined && before.left === null) return []
    const story = stories.storyOf(key)
    const tally = tallyOf(before?.left == null ? story : storySince(story, before.left))
    if (!mayEnterQuarantine(tally)) return []
    const since = now.slice(0, 10)
    const reason = `evidence ${tally.evidence} in ${tally.commits} commits`
    const ratePpm = Math.round(flakeRate(tally) * MILLION)
    return [
      {
        key,
        since,
        expires: addDays(since, QUARANTINE_DAYS),
        reason,
        owner: owners.get(key) ?? '',
        ratePpm,
        left: null,
      },
    ]
  })
  const end = past.quarantines.flatMap((entry) => {
    if (entry.left !== null) return []
    const state = stateOf(entry.key, { since: entry.since, rate: entry.ratePpm / MILLION })
    return state.kind === 'stay' ? [] : [{ entry, state }]
  })
  const mended = own.quarantine.value.flatMap((entry) => {
    const meant = past.stories.filter(({ key }) => isMeant(entry, key))
    const states = meant.map(({ key }) =>
      stateOf(key, { since: entry.since, rate: flakeRate(tallyOf(storyBefore(stories.storyOf(key), entry.since))) }),
    )
    const [first] = states
    return first !== undefined && states.every(({ kind }) => kind !== 'stay') ? [{ entry, state: first }] : []
  })
  return { enter, end, mended }

  function stateOf(key: string, { since, rate }: { readonly since: string; readonly rate: number }): QuarantineState {
    return judgeQuarantine({ story: stories.storyOf(key), since: `${since}T00:00:00Z`, rateAtEntry: rate })
  }
}

/** What led to an entry that has done its work leads to no other. */
function storySince({ cells, contradictions }: TestStory, day: string): TestStory {
  const start = Date.parse(`${day}T00:00:00Z`)
  const isSince = ({ time }: { readonly time: string }): boolean => Date.parse(time) >= start
  return { cells: cells.filter(isSince), contradictions: contradictions.filter(isSince) }
}

/** Passes since the entry must not make the rate smaller that they are held against. */
function storyBefore({ cells, contradictions }: TestStory, day: string): TestStory {
  const start = Date.parse(`${day}T00:00:00Z`)
  const isBefore = ({ time }: { readonly time: string }): boolean => Date.parse(time) < start
  return { cells: cells.filter(isBefore), contradictions: contradictions.filter(isBefore) }
}

/** An entry to copy into the config file. */
export function configEntry({ key, since, reason, owner }: RecordedQuarantine): string {
  return `{test: ${JSON.stringify(testNameOf(key))}, reason: ${JSON.stringify(reason)}, owner: ${JSON.stringify(owner === '' ? '<who answers for it>' : owner)}, since: ${since}}`
}
