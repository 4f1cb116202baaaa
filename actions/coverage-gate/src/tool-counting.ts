import type { Counting } from '@testwarden/core/model/coverage-formula'
import { rememberByKey } from '@testwarden/core/model/remember-by-key'
import { countingOfAll, countingOfReport } from '@testwarden/core/model/tool-counting'
import { carriedComponents } from './components/carry-forward.js'
import type { CoverageFacts } from './facts.js'

/** How the tools count whose reports were read, and those whose counts are carried; null: an old record does not say. */
export const toolCountings = rememberByKey((facts: CoverageFacts): readonly (Counting | null)[] => {
  const read = facts.reports.filter(({ fileCount }) => fileCount > 0).map(countingOfReport)
  return [...new Set([...read, ...carriedComponents(facts).map(({ tool }) => tool)])]
})

export function toolCounting(facts: CoverageFacts): Counting {
  return countingOfAll(toolCountings(facts))
}
