import type { Count } from '@testwarden/core/model/count'
import type { CoverageTotals } from '@testwarden/core/model/coverage'
import { plainInteger } from '../../text/plain-integer.js'
import type { XmlAttributes } from '../../xml/attributes.js'

/** What the root claims; null when it claims no lines. Tools that write rates or nothing instead of counts exist. */
export function readDeclared(attributes: XmlAttributes): CoverageTotals | null {
  const lines = readCount(attributes, 'lines')
  if (lines === null) return null
  return { lines, branches: readCount(attributes, 'branches'), functions: null, statements: null }
}

function readCount(attributes: XmlAttributes, metric: 'lines' | 'branches'): Count | null {
  const covered = attributes.get(`${metric}-covered`) ?? ''
  const total = attributes.get(`${metric}-valid`) ?? ''
  const count = { covered: plainInteger(covered, 0, covered.length), total: plainInteger(total, 0, total.length) }
  if (count.covered < 0 || count.total < 0) return null
  // Old versions of scoverage write them the other way round.
  return count.covered > count.total ? { covered: count.total, total: count.covered } : count
}
