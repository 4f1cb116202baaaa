import type { Count } from '@testwarden/core/model/count'
import type { CoverageTotals } from '@testwarden/core/model/coverage'
import { addTotals } from '@testwarden/core/model/coverage-totals'
import type { XmlAttributes } from '../../xml/attributes.js'

/** What the metrics of one more project claim, added up. null: neither claims anything that can be read. */
export function addMetrics(known: CoverageTotals | null, attributes: XmlAttributes): CoverageTotals | null {
  const lines = readMetric(attributes, 'statements')
  if (lines === null) return known
  const claimed: CoverageTotals = {
    // A statement is listed as a line in every dialect, so that this is what the lines are compared with.
    lines,
    branches: readMetric(attributes, 'conditionals'),
    functions: readMetric(attributes, 'methods'),
    statements: null,
  }
  return known === null ? claimed : addTotals(known, claimed)
}

function readMetric(attributes: XmlAttributes, name: string): Count | null {
  const count = { covered: attributes.integer(`covered${name}`), total: attributes.integer(name) }
  return count.covered < 0 || count.total < 0 ? null : count
}
