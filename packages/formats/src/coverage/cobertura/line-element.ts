import type { Count } from '@testwarden/core/model/count'
import { plainInteger } from '../../text/plain-integer.js'
import type { WarningLog } from '../../warning-log.js'
import type { XmlAttributes } from '../../xml/attributes.js'
import { MAX_LINE } from '../coverage-builder.js'
import { readHitCount } from '../hit-count.js'
import type { LineElement } from './class-lines.js'
import { readConditionCoverage } from './condition-coverage.js'

/** null, with a warning, when the element names no line or no count. */
export function readLineElement(attributes: XmlAttributes, at: number, warnings: WarningLog): LineElement | null {
  const line = readLineNumber(attributes)
  if (line === null) {
    warnings.add('a line element without a line number from 1 up is not counted', at)
    return null
  }
  const hits = readHits(attributes, at, warnings)
  if (hits === null) {
    warnings.add('a line element without a hit count is not counted', at)
    return null
  }
  const branches = readBranches(attributes, at, warnings)
  const hasUnknownBranches = branches === null && hasBranches(attributes)
  return { line, hits, covered: branches?.covered ?? 0, total: branches?.total ?? 0, hasUnknownBranches }
}

/** The attribute `hits`; null without a count. */
export function readHits(attributes: XmlAttributes, at: number, warnings: WarningLog): number | null {
  const plain = attributes.integer('hits')
  if (plain >= 0) return plain
  const count = readHitCount(attributes.get('hits') ?? '')
  if (count === null) return null
  if (count.oddity !== null) warnings.add(count.oddity, at)
  return count.hits
}

function readLineNumber(attributes: XmlAttributes): number | null {
  const plain = attributes.integer('number')
  const line = plain >= 0 ? plain : integerOf(attributes.get('number') ?? '')
  return line >= 1 && line <= MAX_LINE ? line : null
}

/** For digits that are written as references. */
function integerOf(text: string): number {
  return plainInteger(text, 0, text.length)
}

/** null when the element has no readable condition coverage. */
function readBranches(attributes: XmlAttributes, at: number, warnings: WarningLog): Count | null {
  const text = attributes.get('condition-coverage')
  const conditions = text === null ? null : readConditionCoverage(text)
  if (conditions === null) return null
  if (conditions.oddity !== null) warnings.add(conditions.oddity, at)
  return conditions.count
}

function hasBranches(attributes: XmlAttributes): boolean {
  const text = attributes.get('branch')
  // The length first: lower-casing every `False` of a report takes longer than reading its lines.
  return text !== null && text.length === 'true'.length && text.toLowerCase() === 'true'
}
