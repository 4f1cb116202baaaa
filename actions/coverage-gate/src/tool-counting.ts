import type { Counting } from '@testwarden/core/model/coverage-formula'
import type { ReportSummary } from '@testwarden/core/model/report-summary'
import { carriedComponents } from './components/carry-forward.js'
import type { CoverageFacts } from './facts.js'
import { rememberByKey } from './remember.js'

/**
 * Formats, with their dialect where it matters, whose tool does not count lines in the number that it prints last or
 * biggest. All others do: JaCoCo, llvm-cov, LCOV, istanbul, SimpleCov, PHPUnit, whose statements are lines.
 */
const BY_WRITER: ReadonlyMap<string, Counting> = new Map([
  ['cobertura coverage.py', 'lines-and-branches'],
  ['coverage-py-json', 'lines-and-branches'],
  ['clover openclover', 'elements'],
  ['go-cover', 'statements'],
])

export function countingOfReport({ format, dialect }: Pick<ReportSummary, 'format' | 'dialect'>): Counting {
  return BY_WRITER.get(`${format} ${dialect}`) ?? BY_WRITER.get(format) ?? 'lines'
}

/** How the tools count whose reports were read, and those whose counts are carried; null: an old record does not say. */
export const toolCountings = rememberByKey((facts: CoverageFacts): readonly (Counting | null)[] => {
  const read = facts.reports.filter(({ fileCount }) => fileCount > 0).map(countingOfReport)
  return [...new Set([...read, ...carriedComponents(facts).map(({ tool }) => tool)])]
})

/** The one counting of all of them; lines where they have several. */
export function toolCounting(facts: CoverageFacts): Counting {
  const [only, ...others] = toolCountings(facts)
  return others.length === 0 ? (only ?? 'lines') : 'lines'
}
