import type { Direction } from './benchmark.js'
import { BITS, BYTES, NANOSECONDS, scaleOf } from './unit-scales.js'

/** What a written unit stands for. */
export interface MeasureUnit {
  /** `ns`, `B`, `<things>/s`; `ns/<thing>` and `B/<thing>` where that is no run of the benchmark; else as written. */
  readonly unit: string
  /** A value as written times this is a value in {@link unit}. */
  readonly factor: number
  readonly direction: Direction
}

/** One run of what is measured: a time or a size of one says no more than the time or the size. */
const RUNS = new Set('op operation iter iteration run call invocation exec execution loop round request req'.split(' '))

/** Names of one thing, the first of which is taken. */
const THINGS: ReadonlyMap<string, string> = synonymsOf([
  'ops op operation operations',
  'iter iters iteration iterations',
  'req reqs request requests',
  'elem elems element elements',
  'items item',
])

/** Rates in one word, as things each second. */
const RATE_WORDS: ReadonlyMap<string, string> = new Map([
  ['fps', 'frames/s'],
  ['rps', 'req/s'],
  ['qps', 'queries/s'],
  ['tps', 'transactions/s'],
  ['iops', 'io/s'],
])

/** What work costs, and what goes wrong: fewer are better, whatever they are counted by. */
const COSTS =
  /(?:^|[\s_-])(?:instructions?|instr|insns|cycles|misses|mispredicts|faults|allocs|allocations|switches|errors|failures|timeouts)$/i

const PER = /\s*\/\s*|[\s_-]+per[\s_-]+/i
const PREFIXES: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['k', 1e3],
  ['K', 1e3],
  ['M', 1e6],
  ['G', 1e9],
])

/** Of bits or of bytes: where a rate is written so, nobody knows. */
const BITS_OR_BYTES = /^[kmgt]b$/

const NANOSECONDS_PER_SECOND = 1e9

/** No unit is longer, and a report may have anything in its place. */
const LONGEST = 100

/**
 * Reads a unit as tools write it: `us/op`, `ops/ms`, `MiB/s`, `items_per_second`, `allocs/op`, `p99-latency-ns`. Which way is
 * better belongs to the unit, never to the tool: times, sizes and costs are better lower, rates higher. A unit that nobody
 * knows stays as it is, and its direction is unknown. What was read once reads the same again.
 */
export function measureUnit(written: string): MeasureUnit {
  if (written.length > LONGEST) return { unit: written, factor: 1, direction: 'unknown' }
  const [what = '', per, ...more] = written.trim().replace(/[µμ]/g, 'u').split(PER)
  const known = more.length > 0 ? null : per === undefined ? plainUnit(what) : dividedUnit(what, per)
  return known ?? { unit: written, factor: 1, direction: COSTS.test(what) && more.length === 0 ? 'lower' : 'unknown' }
}

function plainUnit(what: string): MeasureUnit | null {
  const rate = RATE_WORDS.get(what.toLowerCase())
  if (rate !== undefined) return { unit: rate, factor: 1, direction: 'higher' }
  return lineRate(what) ?? amountOf(what) ?? amountOf(/-([num]s|sec|seconds|B|bytes)$/.exec(what)?.[1] ?? '')
}

/** `Mbps`, `GBps`. */
function lineRate(what: string): MeasureUnit | null {
  const [, prefix = '', amount] = /^([kKMG]?)([bB])ps$/.exec(what) ?? []
  if (amount === undefined) return null
  return { unit: amount === 'b' ? 'bit/s' : 'B/s', factor: PREFIXES.get(prefix) ?? 1, direction: 'higher' }
}

function dividedUnit(what: string, per: string): MeasureUnit | null {
  const seconds = scaleOf(NANOSECONDS, per)
  if (seconds !== null) return rateOf(what, NANOSECONDS_PER_SECOND / seconds)
  const amount = amountOf(what)
  if (amount === null) return null
  const isRun = RUNS.has(per.toLowerCase()) || RUNS.has(per.toLowerCase().replace(/s$/, ''))
  return isRun ? amount : { ...amount, unit: `${amount.unit}/${per}` }
}

function amountOf(what: string): MeasureUnit | null {
  const nanoseconds = scaleOf(NANOSECONDS, what)
  if (nanoseconds !== null) return { unit: 'ns', factor: nanoseconds, direction: 'lower' }
  const bytes = scaleOf(BYTES, what)
  return bytes === null ? null : { unit: 'B', factor: bytes, direction: 'lower' }
}

/** A rate of what costs something may rise because all goes faster: nobody knows which way is better. */
function rateOf(what: string, factor: number): MeasureUnit | null {
  if (what === '' || scaleOf(NANOSECONDS, what) !== null) return null
  const bytes = BITS_OR_BYTES.test(what) ? null : scaleOf(BYTES, what)
  if (bytes !== null) return { unit: 'B/s', factor: bytes * factor, direction: 'higher' }
  const bits = scaleOf(BITS, what)
  if (bits !== null) return { unit: 'bit/s', factor: bits * factor, direction: 'higher' }
  const { thing, times } = thingOf(what)
  return { unit: `${thing}/s`, factor: times * factor, direction: COSTS.test(what) ? 'unknown' : 'higher' }
}

/** `Melem` is a million of `elem`. */
function thingOf(what: string): { readonly thing: string; readonly times: number } {
  const whole = THINGS.get(what.toLowerCase())
  if (whole !== undefined) return { thing: whole, times: 1 }
  const times = PREFIXES.get(what.charAt(0))
  const part = THINGS.get(what.slice(1).trim().toLowerCase())
  return times === undefined || part === undefined ? { thing: what, times: 1 } : { thing: part, times }
}

function synonymsOf(rows: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap((row) => {
      const names = row.split(' ')
      return names.map((name) => [name, names[0] ?? name] as const)
    }),
  )
}
