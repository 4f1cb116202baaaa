import type { Inline, Section } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import { testNameOf } from '@testwarden/core/model/test-key'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import type { KnownPast, LegFacts } from '../facts.js'
import { configEntry, proposedQuarantines } from '../judging/proposed-quarantines.js'
import type { Subject } from '../subject.js'
import { cellText } from '../words.js'

const CHARTED = 30
const FEWEST_CHARTED = 3
const LISTED = 20

/** What earlier runs say: how many failed, what deserves a quarantine and what needs none any more. */
export function pastSections(subject: Subject): readonly Section[] {
  const { legs } = subject.evidence.facts
  return [
    ...legs.flatMap((leg) => [
      ...trendSections(leg),
      ...infrastructureSections(leg),
      ...proposalSections(leg, subject),
    ]),
    ...unknownSections(legs),
  ]
}

function trendSections({ past }: LegFacts): readonly Section[] {
  if (past.kind !== 'known') return []
  const recent = past.commits.slice(-CHARTED)
  if (recent.length < FEWEST_CHARTED || recent.every(({ failed, flaky }) => failed + flaky === 0)) return []
  const points = recent.map(({ sha, failed, flaky }) => ({ label: sha.slice(0, 7), value: failed + flaky }))
  return [
    {
      kind: 'details',
      summary: trendText(past),
      sections: [
        { kind: 'chart', heading: 'Failing and flaky tests by commit of the default branch', unit: 'tests', points },
      ],
    },
  ]
}

function trendText({ commits }: KnownPast): string {
  const troubled = commits.filter(({ failed, flaky }) => failed + flaky > 0).length
  return `Trend: ${formatInteger(troubled)} of the last ${countWord(commits.length, 'commit')} had failing or flaky tests`
}

/** Mass failures that the same tree did not repeat. */
function infrastructureSections({ past }: LegFacts): readonly Section[] {
  if (past.kind !== 'known') return []
  const recovered = past.commits.filter(({ hasRecovered }) => hasRecovered)
  const items = recovered.map((commit) =>
    richText(`Most tests of ${cellText({ ...commit, commit: commit.sha })} failed, and passed on the same tree later.`),
  )
  return listed(`Infrastructure: ${countWord(recovered.length, 'mass failure')}`, items)
}

function proposalSections(leg: LegFacts, { config, evidence }: Subject): readonly Section[] {
  const { enter, end, mended } = proposedQuarantines(leg, { own: config.own, now: evidence.run.now })
  return [
    ...listed(
      `Deserves a quarantine: ${countWord(enter.length, 'test')}`,
      enter.map(
        (entry): Inline => [testNameOf(entry.key), `: ${entry.reason}. `, { kind: 'code', text: configEntry(entry) }],
      ),
    ),
    ...listed(`Needs no quarantine any more: ${countWord(end.length + mended.length, 'test')}`, [
      ...end.map(
        ({ entry, state }): Inline =>
          `${testNameOf(entry.key)} passed ${countWord(state.greenAttempts, 'time')} in a row`,
      ),
      ...mended.map(
        ({ entry, state }): Inline => `${entry.test} passed ${countWord(state.greenAttempts, 'time')} in a row`,
      ),
    ]),
  ]
}

function listed(summary: string, items: readonly Inline[]): readonly Section[] {
  if (items.length === 0) return []
  const left = items.length - LISTED
  const shown = left > 0 ? [...items.slice(0, LISTED), `and ${formatInteger(left)} more`] : items
  return [{ kind: 'details', summary, sections: [{ kind: 'list', items: shown }] }]
}

/** What all legs of a matrix lack is told once. */
function unknownSections(legs: readonly LegFacts[]): readonly Section[] {
  return [...new Set(legs.flatMap(unknownText))].map((text): Section => ({ kind: 'text', text: richText(text) }))
}

function unknownText({ past }: LegFacts): readonly string[] {
  if (past.kind === 'known') return []
  const remedy = past.kind === 'unreadable' && past.remedy !== null ? ` ${past.remedy}` : ''
  return [`${past.reason}${remedy}`]
}
