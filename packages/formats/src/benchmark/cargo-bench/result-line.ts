import { printedNumber } from '../printed-number.js'

/** What one line says of a benchmark. */
export interface CargoResult {
  readonly name: string
  /** NaN for what is no number. */
  readonly value: number
  readonly unit: string
  /** Behind `+/-`: what it means, who wrote it knows. */
  readonly spread: number
  /** Whether its numbers are written as only Criterion.rs does: without decimals, and never with commas. */
  readonly isPlain: boolean
}

/** A benchmark whose line ends before it says what was measured. */
export interface UnfinishedResult {
  readonly name: string
  readonly value: null
}

const MARK = '... bench:'
/** A terse output has a letter for each test in front. */
const START = /^[.iF]*test /
const VALUES = /^\s+(\S+) (\S+) \(\+\/- ([^\s()]+)\)/
const DIGITS = /^[0-9]+$/

/** `test <name> ... bench: <value> <unit> (+/- <spread>)`; null for any other line. */
export function readBenchLine(line: string): CargoResult | UnfinishedResult | null {
  const mark = line.indexOf(MARK)
  if (mark === -1) return null
  const before = line.slice(0, mark)
  // Behind what a program printed without a line end.
  const start = START.exec(before)?.[0].length ?? before.indexOf('test ') + 'test '.length
  const name = before.slice(start).trim()
  const [, value, unit, spread] = VALUES.exec(line.slice(mark + MARK.length)) ?? []
  if (value === undefined || unit === undefined || spread === undefined) return { name, value: null }
  return {
    name,
    value: printedNumber(value),
    unit,
    spread: printedNumber(spread),
    isPlain: DIGITS.test(value) && DIGITS.test(spread) && unit === 'ns/iter',
  }
}

/** One time of Criterion.rs. */
export interface CriterionTime {
  /** '' where it stands in the line before. */
  readonly name: string
  readonly value: number
  readonly unit: string
}

const TIME = 'time:'
const INTERVAL = /^ +\[\S+ \S+ (\S+) (\S+) \S+ \S+\]\s*$/

/** `<name> time: [<low> <unit> <estimate> <unit> <high> <unit>]`; null for any other line, such as one of a change. */
export function readTimeLine(line: string): CriterionTime | null {
  const at = line.lastIndexOf(TIME)
  const [, value, unit] = INTERVAL.exec(at === -1 ? '' : line.slice(at + TIME.length)) ?? []
  if (value === undefined || unit === undefined) return null
  return { name: line.slice(0, at).trim(), value: printedNumber(value), unit }
}
