import { message, path, sha } from '@testwarden/core/evidence-fold/fact-words'
import {
  checkedFact,
  type FactReader,
  kindFact,
  listFact,
  nullableFact,
  objectFact,
  readFacts,
  textFact,
} from '@testwarden/core/evidence-fold/read-facts'
import { TESTS_MAX } from '@testwarden/failures/tests/fact-words'
import { failures, namedTests, testReports, tests } from '@testwarden/failures/tests/parse-test-facts'
import { type EncodedRun, type ReadBody, readBody } from '@testwarden/history/tests/encoded-run'
import type { ChangeFacts, FileRename, FlakyFacts, LegFacts } from './facts.js'
import { backtest } from './parsing/backtest.js'
import { SOME_MAX } from './parsing/fact-words.js'
import { past } from './parsing/past.js'
import { withoutCells } from './reading/newest-rosters.js'

const LEGS_MAX = 1000
/** A chain of them is no longer; see `newest-rosters`. */
const ROSTERS_MAX = 200

/**
 * Facts as another job handed them over, which may be a stranger's. What passes is as {@link FlakyFacts} of our own.
 * @throws ReportError naming the place that is wrong
 */
export function parseFacts(value: unknown): FlakyFacts {
  return readFacts(value, facts)
}

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
      reports: testReports,
      tests,
      failures,
      quarantined: namedTests,
      change,
      past,
      rosters: listFact(rosterOnly, ROSTERS_MAX),
      backtest: nullableFact(backtest),
      notes: listFact(message, SOME_MAX),
    }),
    LEGS_MAX,
  ),
})
