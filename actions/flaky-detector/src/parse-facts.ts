import { byKey, count, line, message, path, sha, word } from '@testwarden/core/evidence-fold/fact-words'
import {
  checkedFact,
  type FactReader,
  kindFact,
  listFact,
  nullableFact,
  objectFact,
  readFacts,
  shapedFact,
  textFact,
} from '@testwarden/core/evidence-fold/read-facts'
import { MAX_MESSAGE, MAX_TRACE } from '@testwarden/core/model/test-run'
import { type EncodedRun, type ReadBody, readBody } from '@testwarden/history/tests/encoded-run'
import type {
  ChangeFacts,
  FailureFacts,
  FailurePlace,
  FileRename,
  FlakyFacts,
  LegFacts,
  NamedTest,
  TestFact,
  TestReport,
  WrittenFailure,
  WrittenIdentity,
} from './facts.js'
import { backtest } from './parsing/backtest.js'
import { key, outcome, SOME_MAX, TESTS_MAX } from './parsing/fact-words.js'
import { past } from './parsing/past.js'
import { withoutCells } from './reading/newest-rosters.js'

const LEGS_MAX = 1000
/** Of reports: a build tool may write one for each class. */
const REPORTS_MAX = 100_000
/** A chain of them is no longer; see `newest-rosters`. */
const ROSTERS_MAX = 200

/**
 * Facts as another job handed them over, which may be a stranger's. What passes is as {@link FlakyFacts} of our own.
 * @throws ReportError naming the place that is wrong
 */
export function parseFacts(value: unknown): FlakyFacts {
  return readFacts(value, facts)
}

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

const rosterBody = checkedFact(
  (value): ReadBody => readBody(value),
  (read) => (read.ok ? null : 'a roster'),
)

/** Only shapes: what the texts of a roster mean is checked where it is unpacked. */
const rosterOnly: FactReader<EncodedRun | null> = (value) => {
  const read = rosterBody(value)
  return read.ok ? withoutCells(read.run) : null
}

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
