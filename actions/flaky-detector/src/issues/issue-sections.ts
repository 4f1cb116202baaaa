import { addDays } from '@testwarden/core/model/day'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { KnownIssue } from '@testwarden/core/model/issue'
import type { Inline, Section } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import { testNameOf } from '@testwarden/core/model/test-key'
import { QUARANTINE_DAYS } from '@testwarden/core/quarantine/quarantine'
import { clip } from '@testwarden/core/render/clip'
import { countWord } from '@testwarden/core/render/inline'
import { commitLink, issueLink, runLink } from '@testwarden/core/render/links'
import { tallyOf } from '../diagnosis/evidence.js'
import { flakeRate } from '../diagnosis/quarantine-rule.js'
import type { StoryCell } from '../diagnosis/story.js'
import type { JudgedTest } from '../judging/judge-tests.js'
import { configEntry } from '../judging/proposed-quarantines.js'
import { storiesOf } from '../judging/stories.js'
import { runnerOf } from '../selectors/runner-of.js'
import { explainDiagnosis, HEADINGS, shortName } from '../words.js'
import type { IssueCause } from './causes.js'
import { testsTable } from './tests-table.js'

const RERUN_MAX = 20
const EXCUSED_MAX = 10
const MESSAGE_LINES = 30
const MESSAGE_CHARACTERS = 4_000
const MILLION = 1_000_000

/** The same for as long as the issue lives, however many tests come to it. */
export function titleOf({ representative }: IssueCause): string {
  return `Test fails: ${testNameOf(representative.key)}`
}

/** The state of things as of this run, for whoever is to mend it. */
export function issueSections(
  cause: IssueCause,
  { run, earlier }: { readonly run: RunContext; readonly earlier: KnownIssue | null },
): readonly Section[] {
  return [
    { kind: 'text', text: introduction(cause) },
    ...saidSection(cause.representative),
    testsTable(cause.tests),
    { kind: 'list', heading: 'When', items: momentsOf(cause, run) },
    ...adviceSection(cause),
    ...rerunSection(cause.tests),
    ...excuseSection(cause, run),
    ...(earlier === null ? [] : [earlierSection(earlier, run)]),
    { kind: 'text', text: FOOT },
  ]
}

const FOOT =
  'Each run of the default branch in which this fails writes this text anew, and the issue is closed once the tests have passed long enough. Remarks belong into comments. Closed as “not planned” it is left alone, and no other one is opened.'

function introduction({ representative: { key, diagnosis }, tests }: IssueCause): Inline {
  const others = tests.length - 1
  const more = others === 0 ? '' : `, and ${countWord(others, 'other test')} for the same cause`
  const heading: Inline = [{ kind: 'code', text: shortName(key) }, ` ${HEADINGS[diagnosis.kind]}${more}. `]
  return [heading, richText(explainDiagnosis(diagnosis))]
}

function saidSection({ facts }: JudgedTest): readonly Section[] {
  const said = facts.failures[0]?.message.trim() ?? ''
  if (said === '') return []
  const text = clip(said.split('\n').slice(0, MESSAGE_LINES).join('\n'), MESSAGE_CHARACTERS)
  return [{ kind: 'code', heading: 'What it says', text }]
}

function momentsOf({ representative }: IssueCause, run: RunContext): readonly Inline[] {
  const { diagnosis, leg } = representative
  const first = storiesOf(leg)
    .storyOf(representative.key)
    .cells.find(({ failed }) => failed > 0)
  const broken = diagnosis.kind === 'broken-since' ? diagnosis.firstFailing : null
  const here = { commit: run.testedSha ?? '', time: run.now }
  return [
    ['First failure known: ', momentOf(first ?? here, run)],
    ...(broken === null ? [] : [['Failing since: ', momentOf(broken, run)]]),
    ...(diagnosis.lastPassed === null ? [] : [['Last passed: ', momentOf(diagnosis.lastPassed, run)]]),
    ['Last failed: ', momentOf(here, run), ...runText(run)],
  ]
}

/** A commit and its day, which leads to the commit: a sha as the text of a link could not be copied whole. */
export function momentOf({ commit, time }: Pick<StoryCell, 'commit' | 'time'>, run: RunContext): Inline {
  const url = commitLink(run, commit)
  const day = time.slice(0, 10)
  return [{ kind: 'code', text: commit.slice(0, 10) }, ' (', url === null ? day : { kind: 'link', text: day, url }, ')']
}

export function runText(run: RunContext): readonly Inline[] {
  const url = runLink(run)
  return url === null ? [] : [' in ', { kind: 'link', text: `run ${run.key.run}`, url }]
}

function adviceSection({ category }: IssueCause): readonly Section[] {
  if (category === null) return []
  return [{ kind: 'text', heading: category.title, text: richText(category.advice) }]
}

function rerunSection(tests: readonly JudgedTest[]): readonly Section[] {
  const selector = runnerOf(tests[0]?.facts.format ?? '')
  const named = tests.slice(0, RERUN_MAX).map(({ facts }) => ({ ...facts.written, format: facts.format }))
  const selection = selector?.select(named)
  if (selector === null || selection === undefined || selection.args.length === 0) return []
  return [{ kind: 'code', heading: `Run it again with ${selector.displayName}`, text: selection.text }]
}

/** Only a flake may be excused. */
function excuseSection({ standing, tests }: IssueCause, { now }: RunContext): readonly Section[] {
  if (standing !== 'flaky') return []
  const since = now.slice(0, 10)
  const entries = tests.slice(0, EXCUSED_MAX).map(({ key, leg, facts }) => {
    const tally = tallyOf(storiesOf(leg).storyOf(key))
    const reason = `evidence ${tally.evidence} in ${tally.commits} commits`
    const ratePpm = Math.round(flakeRate(tally) * MILLION)
    const expires = addDays(since, QUARANTINE_DAYS)
    return configEntry({ key, since, expires, reason, owner: facts.owners[0] ?? '', ratePpm, left: null })
  })
  const text = ['flaky:', '  quarantine:', ...entries.map((entry) => `    - ${entry}`)].join('\n')
  return [{ kind: 'code', heading: 'To excuse it for a while', text }]
}

function earlierSection({ number }: KnownIssue, run: RunContext): Section {
  return { kind: 'text', text: ['It has failed before: ', issueText(number, run), '.'] }
}

export function issueText(number: number, run: RunContext): Inline {
  const url = issueLink(run, number)
  return url === null ? `issue ${number}` : { kind: 'link', text: `issue ${number}`, url }
}
