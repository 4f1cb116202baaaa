import {
  ascendingFact,
  booleanFact,
  checkedFact,
  type FactReader,
  integerFact,
  kindFact,
  listFact,
  nullableFact,
  objectFact,
  readFacts,
  shapedFact,
  textFact,
} from '@testwarden/core/evidence-fold/read-facts'
import { MAX_MESSAGE, MAX_TRACE } from '@testwarden/core/model/test-run'
import { MAX_ATTEMPTS } from '@testwarden/history/tests/cells-text'
import { type EncodedRun, type ReadBody, readBody } from '@testwarden/history/tests/encoded-run'
import {
  type Backtest,
  type ExcusedRegression,
  type FailureTally,
  LISTED_REGRESSIONS,
  type PolicyBacktest,
} from './backtest/backtest.js'
import type {
  ChangeFacts,
  FailureFacts,
  FailurePlace,
  FileRename,
  FlakyFacts,
  KnownPast,
  LegFacts,
  NamedTest,
  PastCommit,
  PastContradiction,
  PastFacts,
  PastRoster,
  PastStory,
  RecordedQuarantine,
  TestFact,
  TestRename,
  TestReport,
  UsualFailures,
  WrittenFailure,
  WrittenIdentity,
} from './facts.js'
import { withoutCells } from './reading/newest-rosters.js'
import { areCells } from './reading/story-text.js'

const PATH_CHARACTERS = 4096
/** A path of fifty suites of a thousand characters each, with a file and a name. */
const KEY_CHARACTERS = 60_000
const MESSAGE_CHARACTERS = 20_000
const TESTS_MAX = 1_000_000
const LEGS_MAX = 1000
/** Of reports: a build tool may write one for each class. */
const REPORTS_MAX = 100_000
const SOME_MAX = 10_000
const COMMITS_MAX = 2000
/** A chain of them is no longer; see `newest-rosters`. */
const ROSTERS_MAX = 200

/**
 * Facts as another job handed them over, which may be a stranger's. What passes is as {@link FlakyFacts} of our own.
 * @throws ReportError naming the place that is wrong
 */
export function parseFacts(value: unknown): FlakyFacts {
  return readFacts(value, facts)
}

const key = textFact(KEY_CHARACTERS)
const path = textFact(PATH_CHARACTERS)
const message = textFact(MESSAGE_CHARACTERS)
const word = textFact(200)
const count = integerFact()
const line = integerFact(1)
const sha = shapedFact('a sha', (text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text))
const time = shapedFact(
  'a time in UTC',
  (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text) && isDate(text),
)
const day = shapedFact('a day', (text) => /^\d{4}-\d\d-\d\d$/.test(text) && isDate(text))
const outcome = shapedFact('letters of attempts', (text) => text.length <= MAX_ATTEMPTS && /^[PFES]+$/.test(text))

const report = objectFact<TestReport>({
  path,
  format: word,
  dialect: nullableFact(word),
  cases: count,
  suites: count,
  durationUs: count,
  warnings: listFact(message, 100),
})

const test = objectFact<TestFact>({
  key,
  outcome,
  reran: count,
  durationUs: nullableFact(count),
  file: nullableFact(path),
  line: nullableFact(line),
  tags: listFact(textFact(2000), 100),
})

const written = objectFact<WrittenIdentity>({
  suite: listFact(key, 100),
  className: nullableFact(key),
  name: key,
  file: nullableFact(path),
})

const named = { key, written, format: word }
const place = objectFact<FailurePlace>({ path, line })

const writtenFailure = objectFact<WrittenFailure>({
  type: nullableFact(textFact(1000)),
  message: textFact(MAX_MESSAGE + 100),
  trace: textFact(MAX_TRACE + 100),
})

const failure = objectFact<FailureFacts>({
  ...named,
  failures: listFact(writtenFailure, 1000),
  fingerprint: shapedFact('a fingerprint', (text) => /^[0-9a-f]{32}$/.test(text)),
  place: nullableFact(place),
  passes: listFact(place, 100),
  owners: listFact(word, 100),
})

const change: FactReader<ChangeFacts> = kindFact<ChangeFacts>({
  known: objectFact({
    base: path,
    paths: listFact(path, TESTS_MAX),
    renames: listFact(objectFact<FileRename>({ from: path, to: path }), TESTS_MAX),
  }),
  none: objectFact({}),
  unknown: objectFact({ reason: message }),
})

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

const past: FactReader<PastFacts> = kindFact<PastFacts>({
  known,
  none: objectFact({ reason: message }),
  unreadable: objectFact({ reason: message, remedy: nullableFact(message) }),
})

const rosterBody = checkedFact(
  (value): ReadBody => readBody(value),
  (read) => (read.ok ? null : 'a roster'),
)

/** Only shapes: what the texts of a roster mean is checked where it is unpacked. */
const rosterOnly: FactReader<EncodedRun | null> = (value) => {
  const read = rosterBody(value)
  return read.ok ? withoutCells(read.run) : null
}

const tally = objectFact<FailureTally>({ failures: integerFact(), excused: integerFact(), calledFlaky: integerFact() })

const backtest = objectFact<Backtest>({
  runs: integerFact(),
  failedRuns: integerFact(),
  first: nullableFact(textFact(SOME_MAX)),
  last: nullableFact(textFact(SOME_MAX)),
  policies: listFact(
    objectFact<PolicyBacktest>({
      flakes: tally,
      regressions: tally,
      undetermined: tally,
      redRuns: integerFact(),
      rerunsSaved: integerFact(),
      excusedRegressions: listFact(
        objectFact<ExcusedRegression>({
          key: textFact(KEY_CHARACTERS),
          commit: sha,
          run: textFact(SOME_MAX),
          time: textFact(SOME_MAX),
        }),
        LISTED_REGRESSIONS,
      ),
    }),
    2,
  ),
  problems: listFact(message, SOME_MAX),
})

const facts = objectFact<FlakyFacts>({
  legs: listFact(
    objectFact<LegFacts>({
      variant: textFact(SOME_MAX),
      testedSha: nullableFact(sha),
      tree: nullableFact(sha),
      reports: listFact(report, REPORTS_MAX),
      tests: byKey(test, TESTS_MAX),
      failures: byKey(failure, TESTS_MAX),
      quarantined: byKey(objectFact<NamedTest>(named), TESTS_MAX),
      change,
      past,
      rosters: listFact(rosterOnly, ROSTERS_MAX),
      backtest: nullableFact(backtest),
      notes: listFact(message, SOME_MAX),
    }),
    LEGS_MAX,
  ),
})

function byKey<Value extends { readonly key: string }>(
  read: FactReader<Value>,
  maxItems: number,
): FactReader<readonly Value[]> {
  return ascendingFact(listFact(read, maxItems), (value) => value.key)
}

/** Digits alone may name a thirteenth month. */
function isDate(text: string): boolean {
  return !Number.isNaN(Date.parse(text))
}
