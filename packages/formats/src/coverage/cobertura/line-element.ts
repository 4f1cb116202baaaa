import type { WarningLog } from '../../warning-log.js'
import type { XmlAttributes } from '../../xml/attributes.js'
import { MAX_LINE } from '../coverage-builder.js'
import { plainInteger, readHitCount } from '../hit-count.js'
import type { LineElement } from './class-lines.js'
import { readConditionCoverage } from './condition-coverage.js'

/** null, with a warning, when the element names no line or no count. */
export function readLineElement(attributes: XmlAttributes, at: number, warnings: WarningLog): LineElement | null {
  const number = readLineNumber(attributes.get('number') ?? '')
  if (number === null) {
    warnings.add('a line element without a line number from 1 up is not counted', at)
    return null
  }
  const hits = readHits(attributes.get('hits') ?? '', at, warnings)
  if (hits === null) {
    warnings.add('a line element without a hit count is not counted', at)
    return null
  }
  return { line: number, hits, ...readBranches(attributes, at, warnings) }
}

export function readHits(text: string, at: number, warnings: WarningLog): number | null {
  const plain = plainInteger(text, 0, text.length)
  if (plain >= 0) return plain
  const count = readHitCount(text)
  if (count === null) return null
  if (count.oddity !== null) warnings.add(count.oddity, at)
  return count.hits
}

function readLineNumber(text: string): number | null {
  const plain = plainInteger(text, 0, text.length)
  return plain >= 1 && plain <= MAX_LINE ? plain : null
}

type Branches = Pick<LineElement, 'covered' | 'total' | 'hasUnknownBranches'>

const NO_BRANCHES: Branches = { covered: 0, total: 0, hasUnknownBranches: false }

function readBranches(attributes: XmlAttributes, at: number, warnings: WarningLog): Branches {
  const text = attributes.get('condition-coverage')
  const conditions = text === null ? null : readConditionCoverage(text)
  if (conditions !== null) {
    if (conditions.oddity !== null) warnings.add(conditions.oddity, at)
    return { ...conditions.count, hasUnknownBranches: false }
  }
  // How many branches there are is not known: a guess such as 2 of 2 would show them as covered.
  if (attributes.get('branch')?.toLowerCase() !== 'true') return NO_BRANCHES
  warnings.add('a line with branches does not say how many (condition-coverage): they are not counted', at)
  return { ...NO_BRANCHES, hasUnknownBranches: true }
}
