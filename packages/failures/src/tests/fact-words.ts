import { shapedFact, textFact } from '@testwarden/core/evidence-fold/read-facts'
import { MAX_ATTEMPTS } from '@testwarden/core/model/test-run'

/** A path of fifty suites of a thousand characters each, with a file and a name. */
const KEY_CHARACTERS = 60_000
/** Of one leg. */
export const TESTS_MAX = 1_000_000

export const key = textFact(KEY_CHARACTERS)
export const outcome = shapedFact(
  'letters of attempts',
  (text) => text.length <= MAX_ATTEMPTS && /^[PFES]+$/.test(text),
)
