import type { Count } from '@testwarden/core/model/count'
import type { CoverageTotals } from '@testwarden/core/model/coverage'
import type { XmlAttributes } from '../../xml/attributes.js'

/**
 * What the whole session claims; null when it claims no points. Lines are compared with sequence points, which are
 * what OpenCover counts instead: several may stand on one line.
 */
export function readSummary(attributes: XmlAttributes): CoverageTotals | null {
  const lines = readCount(attributes, { covered: 'visitedSequencePoints', total: 'numSequencePoints' })
  if (lines === null) return null
  return {
    lines,
    branches: readCount(attributes, { covered: 'visitedBranchPoints', total: 'numBranchPoints' }),
    functions: readCount(attributes, { covered: 'visitedMethods', total: 'numMethods' }),
    statements: null,
  }
}

function readCount(
  attributes: XmlAttributes,
  names: { readonly covered: string; readonly total: string },
): Count | null {
  const count = { covered: attributes.integer(names.covered), total: attributes.integer(names.total) }
  return count.covered < 0 || count.total < 0 ? null : count
}
