import { printedNumber } from '../printed-number.js'

/** What the head of a table says of its columns. */
export interface TableHead {
  readonly nameWidth: number
  /** Without analysis a benchmark has one line, which ends in its mean. */
  readonly isMeanLast: boolean
}

/** What a line of the table says. */
export type TableRow =
  /** The end of the name, how many samples, and what the header calls the last column. */
  | { readonly kind: 'first'; readonly name: string; readonly samples: number; readonly lastNs: number }
  /** Mean or standard deviation, in front of their bounds. */
  | { readonly kind: 'estimate'; readonly valueNs: number }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string }
  /** A part of a name, or what a program prints. */
  | { readonly kind: 'other' }

const WORD = /\S+/g
const INTEGER = /^[0-9]{1,15}$/
const FAILED = /benchmark failed \(/i
const NANOSECONDS: ReadonlyMap<string, number> = new Map([
  ['ns', 1],
  ['us', 1e3],
  ['ms', 1e6],
  ['s', 1e9],
  ['m', 60e9],
])
const NO_NUMBER = /^[+-]?(?:nan|inf)/i
/** A number and its unit for the estimate and for both of its bounds. */
const ESTIMATE_WORDS = 6

/** Read from the right, because names may hold anything. */
export function readTableRow(line: string, { isMeanLast }: TableHead): TableRow {
  const failed = FAILED.exec(line)
  if (failed !== null) return failedRow(line, failed)
  const words = [...line.matchAll(WORD)]
  const last = nanosecondsOf(words.slice(-2))
  if (last === null) return { kind: 'other' }
  const [samples, iterations] = words.slice(-4, -2)
  if (isInteger(samples) && isInteger(iterations))
    return { kind: 'first', name: line.slice(0, samples.index).trim(), samples: Number(samples[0]), lastNs: last }
  const isEstimate = line.startsWith(' ') && words.length === (isMeanLast ? 2 : ESTIMATE_WORDS)
  const first = isEstimate ? nanosecondsOf(words.slice(0, 2)) : null
  return first === null ? { kind: 'other' } : { kind: 'estimate', valueNs: first }
}

function failedRow(line: string, { 0: words, index }: RegExpExecArray): TableRow {
  const end = line.lastIndexOf(')')
  const start = index + words.length
  return { kind: 'failed', name: line.slice(0, index).trim(), message: line.slice(start, Math.max(start, end)) }
}

function isInteger(word: RegExpExecArray | undefined): word is RegExpExecArray {
  return word !== undefined && INTEGER.test(word[0])
}

/** Of a number and its unit; null for anything else. */
function nanosecondsOf(words: readonly RegExpExecArray[]): number | null {
  const [written = '', unit = ''] = words.map(([word]) => word)
  const factor = NANOSECONDS.get(unit)
  const value = printedNumber(written)
  if (factor === undefined || (Number.isNaN(value) && !NO_NUMBER.test(written))) return null
  return value * factor
}
