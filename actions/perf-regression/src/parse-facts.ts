import { ascendingFact, listFact, objectFact, readFacts, textFact } from '@testwarden/core/evidence-fold/read-facts'
import type { PerfFacts } from './facts.js'

const PATH_CHARACTERS_MAX = 4096
const FILES_MAX = 1_000_000

/**
 * Facts as another job handed them over, which may be a stranger's.
 * @throws ReportError naming the place that is wrong
 */
export function parseFacts(value: unknown): PerfFacts {
  return readFacts(value, facts)
}

const facts = objectFact<PerfFacts>({
  files: ascendingFact(listFact(textFact(PATH_CHARACTERS_MAX), FILES_MAX), (path) => path),
})
