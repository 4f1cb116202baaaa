import type { Evidence } from '@testwarden/core/model/evidence'
import { asSet, joinEvidence } from '@testwarden/core/model/join-evidence'
import type { PerfFacts } from './facts.js'

/**
 * The evidence of one run that had read everything that the parts read. Each leg keeps its own past, because a benchmark
 * is compared with itself in the same job and matrix cell only. Any order and grouping of parts gives the same.
 * @throws TypeError when there are no parts
 */
export function mergeEvidence(parts: readonly Evidence<PerfFacts>[]): Evidence<PerfFacts> {
  return joinEvidence(parts, (facts) => ({ legs: asSet(facts.flatMap(({ legs }) => legs)) }))
}
