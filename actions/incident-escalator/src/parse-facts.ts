import { byKey, count, line, message, path, sha, time, word } from '@testwarden/core/evidence-fold/fact-words'
import {
  booleanFact,
  type FactReader,
  kindFact,
  listFact,
  nullableFact,
  objectFact,
  readFacts,
  shapedFact,
  textFact,
  wordFact,
} from '@testwarden/core/evidence-fold/read-facts'
import type { BrokenRule, EarlierVerdict } from '@testwarden/core/model/earlier-verdict'
import { OUTCOMES } from '@testwarden/core/model/outcome'
import { SEVERITIES } from '@testwarden/core/model/severity'
import { MAX_MESSAGE, MAX_TRACE } from '@testwarden/core/model/test-run'
import type { FailedTest, IncidentsFacts, LegFacts, PastFacts, WrittenFailure } from './facts.js'
import type { FrozenLine, RecordedIncident } from './freeze/frozen-line.js'
import type { Signal } from './past/incident-record.js'
import type { PastRun } from './past/streak.js'

const KEY_CHARACTERS = 60_000
const TESTS_MAX = 1_000_000
const SOME_MAX = 10_000
const REPORTS_MAX = 100_000
const RUNS_MAX = 1_000

/**
 * Facts as another job handed them over, which may be a stranger's.
 * @throws ReportError naming the place that is wrong
 */
export function parseFacts(value: unknown): IncidentsFacts {
  return readFacts(value, facts)
}

const key = textFact(KEY_CHARACTERS)
const incidentKey = shapedFact('the key of an incident', (text) => /^inc-[0-9a-f]{32}$/.test(text))

const failedTest = objectFact<FailedTest>({
  key,
  file: nullableFact(path),
  tags: listFact(textFact(2000), 100),
  failure: objectFact<WrittenFailure>({
    type: nullableFact(textFact(1000)),
    message: textFact(MAX_MESSAGE + 100),
    trace: textFact(MAX_TRACE + 100),
  }),
  place: nullableFact(objectFact<NonNullable<FailedTest['place']>>({ path, line })),
  owners: listFact(word, 100),
})

const leg = objectFact<LegFacts>({
  variant: textFact(SOME_MAX),
  testedSha: nullableFact(sha),
  reports: listFact(path, REPORTS_MAX),
  ran: count,
  failed: byKey(failedTest, TESTS_MAX),
})

const run = objectFact<PastRun>({
  sha,
  run: word,
  time,
  record: objectFact<PastRun['record']>({
    signals: listFact(objectFact<Signal>({ key: incidentKey, severity: wordFact(SEVERITIES) }), SOME_MAX),
    isWhole: booleanFact,
  }),
})

const past: FactReader<PastFacts> = kindFact<PastFacts>({
  known: objectFact({ runs: listFact(run, RUNS_MAX), isLate: booleanFact }),
  none: objectFact({ reason: message }),
  unreadable: objectFact({ reason: message, remedy: nullableFact(message) }),
})

const verdict = objectFact<EarlierVerdict>({
  gate: word,
  title: word,
  outcome: wordFact(OUTCOMES),
  broken: listFact(objectFact<BrokenRule>({ ruleId: word, title: message, message }), SOME_MAX),
  flakyTests: listFact(key, TESTS_MAX),
})

const frozen = objectFact<FrozenLine>({
  incidents: listFact(
    objectFact<RecordedIncident>({ key: incidentKey, issue: nullableFact(count), openedAt: time }),
    SOME_MAX,
  ),
  branch: nullableFact(textFact(1000)),
  since: time,
  run: word,
})

const facts = objectFact<IncidentsFacts>({
  legs: listFact(leg, 1000),
  past,
  verdicts: listFact(verdict, 1000),
  frozen: nullableFact(frozen),
  notes: listFact(message, SOME_MAX),
})
