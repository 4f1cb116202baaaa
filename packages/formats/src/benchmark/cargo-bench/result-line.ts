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

const MARK = 'bench:'
const DOTS = '...'
/** A terse output has a letter for each test in front. */
const START = /^[.iF]*test /
const VALUES = /^\s+(\S+) (\S+) \(\+\/- ([^\s()]+)\)/
const DIGITS = /^[0-9]+$/
const ENDED = /^ *(?:ok|ignored|FAILED)(?:$|[\s,])/

/**
 * `test <name> ... bench: <value> <unit> (+/- <spread>)`; null for any other line.
 * @param open the benchmark whose name stands in an earlier line, where what it prints stands behind it
 */
export function readBenchLine(line: string, open: string | null): CargoResult | UnfinishedResult | null {
  const mark = line.indexOf(MARK)
  if (mark === -1) return null
  const own = nameBefore(line.slice(0, mark).trimEnd())
  const name = own ?? open
  if (name === null) return null
  const [, value, unit, spread] = VALUES.exec(line.slice(mark + MARK.length)) ?? []
  if (value === undefined || unit === undefined || spread === undefined)
    return own === null ? null : { name, value: null }
  return {
    name,
    value: printedNumber(value),
    unit,
    spread: printedNumber(spread),
    isPlain: DIGITS.test(value) && DIGITS.test(spread) && unit === 'ns/iter',
  }
}

/** The name of a benchmark that has begun: `test <name> ... `, with what it prints behind that. */
export function readBegun(line: string): string | null {
  const dots = line.startsWith('test ') ? line.indexOf(` ${DOTS}`) : -1
  const isEnded = ENDED.test(line.slice(dots + ` ${DOTS}`.length))
  return dots === -1 || isEnded ? null : nameBefore(line.slice(0, dots + ` ${DOTS}`.length))
}

/** Also behind what a program printed without a line end. */
function nameBefore(text: string): string | null {
  if (!text.endsWith(DOTS)) return null
  const at = START.exec(text)?.[0].length ?? text.indexOf('test ') + 'test '.length
  return text.slice(at, -DOTS.length).trim()
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
