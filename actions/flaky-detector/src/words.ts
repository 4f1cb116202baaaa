import { partsOfKey, type TestKey, testNameOf } from '@testwarden/core/model/test-key'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import type { Diagnosis } from './diagnosis/diagnose.js'
import type { StoryCell } from './diagnosis/story.js'

/** The last part of a test's name; what is around it stands beside. */
export function shortName(key: TestKey): string {
  return partsOfKey(key).at(-1) ?? testNameOf(key)
}

/** What a failure is, in a heading: `test_a fails because of this change`. */
export const HEADINGS: Readonly<Record<Diagnosis['kind'], string>> = {
  'proven-flake': 'failed and passed: a proven flake',
  'known-flake': 'failed: a known flake',
  'suspected-flake': 'failed: perhaps a flake, not excused',
  'broken-since': 'is broken',
  'new-failure': 'fails: a new failure, not a flake',
  'no-history': 'fails, and nothing is known of its past',
  infrastructure: 'failed together with many others',
}

/** One paragraph: what happened here, what is known, and what follows. */
export function explainDiagnosis(diagnosis: Diagnosis): string {
  return [hereText(diagnosis), pastText(diagnosis), conclusionOf(diagnosis)].filter((text) => text !== '').join(' ')
}

function hereText({ here }: Diagnosis): string {
  const all = here.failed + here.passed
  if (all === 1) return 'Failed here.'
  return `Failed ${formatInteger(here.failed)} of ${countWord(all, 'attempt')} here.`
}

function pastText({ commitsKnown, failed, passed, streakCommits, kind }: Diagnosis): string {
  if (commitsKnown === 0) return ''
  const known = `Its last ${countWord(commitsKnown, 'commit')} on the default branch`
  if (failed === 0 && streakCommits === 1) return `${known}: ${countWord(passed, 'attempt')} passed, none failed.`
  const streak =
    streakCommits > 1 && kind !== 'proven-flake'
      ? `, failing for ${countWord(streakCommits, 'commit')} with this one`
      : ''
  return `${known}: ${countWord(passed, 'attempt')} passed, ${countWord(failed, 'flaky failure')}${streak}.`
}

function conclusionOf(diagnosis: Diagnosis): string {
  switch (diagnosis.kind) {
    case 'proven-flake':
      return 'Both outcomes on one tree: the test is flaky, whatever the change does.'
    case 'known-flake':
      return `${evidenceText(diagnosis)} The flake alone explains this streak with a chance of ${chanceText(diagnosis)}.`
    case 'suspected-flake':
      return 'One sign of a flake is not enough to excuse it.'
    case 'broken-since':
      return brokenText(diagnosis)
    case 'new-failure':
      return diagnosis.evidence >= 2
        ? `${evidenceText(diagnosis)} It fails more often than the flake does (chance ${chanceText(diagnosis)}).`
        : ''
    case 'no-history':
      return 'Nobody can tell a flake from a fault yet, so it counts.'
    case 'infrastructure':
      return diagnosis.isConfirmed
        ? 'The same tree passed, so something around the tests was at work.'
        : 'So many tests fail that something else may be at work; the failures count until the same tree passes.'
  }
}

function brokenText({
  firstFailing,
  isTreeUnchanged,
  alsoFailsOnBase,
}: Extract<Diagnosis, { kind: 'broken-since' }>): string {
  const since = firstFailing === null ? '' : ` since ${cellText(firstFailing)}`
  const tree = isTreeUnchanged ? ', with the tree unchanged: something around the code is different' : ''
  const whose = alsoFailsOnBase === true ? ' It fails on the base as well, so this change did not break it.' : ''
  return `Broken${since}${tree}.${whose}`
}

/** `1f3c9ab04d (2026-01-31)` */
export function cellText({ commit, time }: Pick<StoryCell, 'commit' | 'time'>): string {
  return `\`${commit.slice(0, 10)}\` (${time.slice(0, 10)})`
}

function evidenceText({ grounds, evidence }: Diagnosis): string {
  const both = grounds.filter(({ kind }) => kind !== 'spell').length
  const spells = grounds.filter(({ kind }) => kind === 'spell').length
  const told = [
    both === 0 ? '' : `it failed and passed on the same tree ${timesText(both)}`,
    spells === 0 ? '' : `it failed and recovered by itself ${timesText(spells)}`,
  ].filter((text) => text !== '')
  return `Evidence ${formatInteger(evidence)}: ${told.join(' and ')}${groundsText(grounds)}.`
}

/** The runs that it rests on; `testwarden explain test` has all of them. */
function groundsText(grounds: Diagnosis['grounds']): string {
  const places = grounds.slice(0, NAMED_GROUNDS).map(({ commit, pullRequest, time }) => {
    if (commit !== null) return `\`${commit.slice(0, 10)}\``
    return pullRequest === null ? time.slice(0, 10) : `pull request ${pullRequest}`
  })
  const last = grounds.length > places.length ? 'last at' : 'at'
  return places.length === 0 ? '' : ` (${last} ${places.join(', ')})`
}

const NAMED_GROUNDS = 3

function timesText(count: number): string {
  if (count === 1) return 'once'
  return count === 2 ? 'twice' : `${formatInteger(count)} times`
}

/** Two digits, and never 0 % for what is possible. */
function chanceText({ chance }: Pick<Diagnosis, 'chance'>): string {
  const percent = chance * 100
  if (percent >= 10) return `${Math.round(percent)} %`
  if (percent >= 0.1) return `${percent.toFixed(1)} %`
  return 'less than 0.1 %'
}
