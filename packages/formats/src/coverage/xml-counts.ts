import { addSaturated, type Count } from '@testwarden/core/model/count'
import { plainInteger } from '../text/plain-integer.js'
import type { WarningLog } from '../warning-log.js'
import type { XmlAttributes } from '../xml/attributes.js'
import { MAX_LINE } from './coverage-builder.js'
import { readHitCount } from './hit-count.js'

/** One tag that has numbers in its attributes. */
export interface NumberSource {
  readonly attributes: XmlAttributes
  /** Line of the tag, for warnings. */
  readonly at: number
  readonly warnings: WarningLog
}

/** More branches than this are on no line: a Java method has at most 65,535 bytes of code, others are not far from it. */
const MAX_BRANCHES = 1_000_000

/** A count, made sane with a warning; 0 where the attribute is missing. */
export function readNumber(name: string, { attributes, at, warnings }: NumberSource): number {
  const plain = attributes.integer(name)
  if (plain >= 0) return plain
  const text = attributes.get(name)
  if (text === null) return 0
  const count = readHitCount(text)
  const oddity = count === null ? `a ${name} that is no number counts as 0` : count.oddity
  if (oddity !== null) warnings.add(oddity, at)
  return count?.hits ?? 0
}

/** What was covered, and how much there is with what was missed. */
export function readCount(names: { readonly missed: string; readonly covered: string }, source: NumberSource): Count {
  const covered = readNumber(names.covered, source)
  return { covered, total: addSaturated(covered, readNumber(names.missed, source)) }
}

/** null, with a warning, when the attribute is no line number. */
export function readLineNumber(name: string, { attributes, at, warnings }: NumberSource): number | null {
  const plain = attributes.integer(name)
  const text = plain >= 0 ? '' : (attributes.get(name) ?? '')
  // Digits may be written as references.
  const line = plain >= 0 ? plain : plainInteger(text, 0, text.length)
  if (line >= 1 && line <= MAX_LINE) return line
  warnings.add('a line element without a line number from 1 up is not counted', at)
  return null
}

/** {@link readCount} for the branches of one line. null: it has none, or an absurd number of them, with a warning. */
export function readBranchCount(
  names: { readonly missed: string; readonly covered: string },
  source: NumberSource,
): Count | null {
  const count = readCount(names, source)
  if (count.total === 0) return null
  if (count.total <= MAX_BRANCHES) return count
  source.warnings.add(`a line with more than ${MAX_BRANCHES} branches: they are not counted`, source.at)
  return null
}
