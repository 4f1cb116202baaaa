import type { LineNumbers, NamedHits } from '@testwarden/core/files/explain-file'
import type { Count } from '@testwarden/core/model/count'
import type { CoverageTotals } from '@testwarden/core/model/coverage'
import { countWord } from '@testwarden/core/render/inline'
import { formatFraction, formatInteger, formatPercent } from '@testwarden/core/render/numbers'

/** Named numbers that are spelled out; JSON has them all. */
const SPELLED_MAX = 20

/** `17 of 20 lines (85.0 %)` */
export function countInWords({ covered, total }: Count, counted: string | null): string {
  const ratio = { numerator: covered, denominator: total }
  return formatFraction(ratio, { counted, percent: formatPercent(ratio, null) })
}

/** `17 of 20 lines (85.0 %), 3 of 4 branches (75.0 %)` */
export function totalsInWords({ lines, branches, functions, statements }: CoverageTotals): string {
  const kinds = [
    [lines, 'lines'],
    [branches, 'branches'],
    [functions, 'functions'],
    [statements, 'statements'],
  ] as const
  return kinds.flatMap(([count, word]) => (count === null ? [] : [countInWords(count, word)])).join(', ')
}

/** What is known of a line, one thing an entry. */
export function lineInWords({ hits, arms, counted, functions, statements }: LineNumbers): readonly string[] {
  const words = [hits === null ? 'not listed: nothing can run on it' : countWord(hits, 'hit')]
  if (arms.length > 0) words.push(`branches: ${spell(arms.map(hitsOf))}`)
  if (counted !== null) words.push(`branches, only counted: ${countInWords(counted, null)}`)
  if (functions.length > 0)
    words.push(`functions: ${spell(functions.map((fn) => `${hitsOf(fn)} (from line ${formatInteger(fn.line)})`))}`)
  if (statements.length > 0) words.push(`statements: ${spell(statements.map(hitsOf))}`)
  return words
}

function hitsOf({ name, hits }: NamedHits): string {
  return `${name.slice(0, 200)} ${formatInteger(hits)}×`
}

function spell(texts: readonly string[]): string {
  const hidden = texts.length - SPELLED_MAX
  const shown = texts.slice(0, SPELLED_MAX).join('; ')
  return hidden > 0 ? `${shown}; and ${formatInteger(hidden)} more` : shown
}
