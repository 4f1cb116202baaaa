import { count, message, sha } from '@testwarden/core/evidence-fold/fact-words'
import { listFact, nullableFact, objectFact, textFact } from '@testwarden/core/evidence-fold/read-facts'
import { key } from '@testwarden/failures/tests/fact-words'
import {
  type Backtest,
  type ExcusedRegression,
  type FailureTally,
  LISTED_REGRESSIONS,
  type PolicyBacktest,
} from '../backtest/backtest.js'
import { SOME_MAX } from './fact-words.js'

const tally = objectFact<FailureTally>({ failures: count, excused: count, calledFlaky: count })

/** What two policies would have said of the past. */
export const backtest = objectFact<Backtest>({
  runs: count,
  failedRuns: count,
  first: nullableFact(textFact(SOME_MAX)),
  last: nullableFact(textFact(SOME_MAX)),
  policies: listFact(
    objectFact<PolicyBacktest>({
      flakes: tally,
      regressions: tally,
      undetermined: tally,
      redRuns: count,
      rerunsSaved: count,
      excusedRegressions: listFact(
        objectFact<ExcusedRegression>({
          key,
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
