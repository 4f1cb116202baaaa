import { byKey, count, day, message, sha, time, word } from '@testwarden/core/evidence-fold/fact-words'
import {
  booleanFact,
  checkedFact,
  type FactReader,
  kindFact,
  listFact,
  nullableFact,
  objectFact,
  textFact,
} from '@testwarden/core/evidence-fold/read-facts'
import { key, TESTS_MAX } from '@testwarden/failures/tests/fact-words'
import type {
  KnownPast,
  PastCommit,
  PastContradiction,
  PastFacts,
  PastRoster,
  PastStory,
  RecordedQuarantine,
  TestRename,
  UsualFailures,
} from '../facts.js'
import { areCells } from '../reading/story-text.js'
import { SOME_MAX } from './fact-words.js'

const COMMITS_MAX = 2000

const commit = objectFact<PastCommit>({
  sha,
  tree: nullableFact(sha),
  time,
  run: word,
  isWithheld: booleanFact,
  isLeftOut: booleanFact,
  hasRecovered: booleanFact,
  tests: count,
  failed: count,
  flaky: count,
})

const quarantine = objectFact<RecordedQuarantine>({
  key,
  since: day,
  expires: day,
  reason: message,
  owner: word,
  ratePpm: count,
  left: nullableFact(day),
})

const roster = objectFact<PastRoster>({
  sha,
  tests: count,
  missing: listFact(key, SOME_MAX),
  missingCount: count,
  added: listFact(key, TESTS_MAX),
})

const known: FactReader<Omit<KnownPast, 'kind'>> = checkedFact(
  objectFact<Omit<KnownPast, 'kind'>>({
    commits: listFact(commit, COMMITS_MAX),
    stories: byKey(objectFact<PastStory>({ key, cells: textFact(100_000) }), TESTS_MAX),
    storiesLeftOut: count,
    contradictions: listFact(
      objectFact<PastContradiction>({
        key,
        tree: sha,
        failed: count,
        passed: count,
        time,
        pullRequest: nullableFact(count),
      }),
      SOME_MAX,
    ),
    usual: byKey(
      objectFact<UsualFailures>({ key, runs: count, failedRuns: count, failedLast: booleanFact }),
      TESTS_MAX,
    ),
    roster: nullableFact(roster),
    renamed: listFact(objectFact<TestRename>({ from: key, to: key }), TESTS_MAX),
    quarantines: byKey(quarantine, SOME_MAX),
    isOfBase: booleanFact,
  }),
  ({ commits, stories }) =>
    stories.every(({ cells }) => areCells(cells, commits.length)) ? null : 'cells of the commits that are listed',
)

/** The past of a leg. */
export const past: FactReader<PastFacts> = kindFact<PastFacts>({
  known,
  none: objectFact({ reason: message }),
  unreadable: objectFact({ reason: message, remedy: nullableFact(message) }),
})
