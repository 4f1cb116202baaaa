import type { MetricRoster } from './metric-roster.js'
import type { MeasuredName } from './recorded-benchmarks.js'

/** Median, deviation and count of each process, one after the other; null: not measured in this run. */
export type ProcessNumbers = readonly number[] | null
/** Minimum, maximum, mean, median, standard deviation and interquartile range; null where nobody knows. */
export type StatNumbers = readonly (number | null)[] | null

/** The body of a record of benchmarks. */
export interface BenchmarkRecord {
  readonly schema: 'testwarden.benchmark-record/1'
  /** The roster that this record holds, or the id of one that an earlier record holds. */
  readonly roster: MetricRoster | string
  readonly isWhole: boolean
  readonly kernelNs: number | null
  /** By the places of the roster. */
  readonly processes: readonly ProcessNumbers[]
  readonly stats: readonly StatNumbers[]
  /** Places in the roster. */
  readonly accepted: readonly number[]
}

/** The fault reads on after "because ". */
export type ReadRecord =
  | { readonly ok: true; readonly record: BenchmarkRecord }
  | { readonly ok: false; readonly fault: string }

export const SCHEMA = 'testwarden.benchmark-record/1'
export const STAT_COUNT = 6
const NO_RECORD = 'what is recorded of it are no benchmarks'
const MAX_NAMES = 1_000_000
const KINDS: readonly unknown[] = ['benchmark', 'test', 'suite'] satisfies readonly MeasuredName['kind'][]
const DIRECTIONS: readonly unknown[] = ['lower', 'higher', 'unknown'] satisfies readonly MeasuredName['direction'][]

/** Checks a body value by value. */
export function readBenchmarkRecord(body: unknown): ReadRecord {
  if (!isObject(body) || typeof body.schema !== 'string') return { ok: false, fault: NO_RECORD }
  if (body.schema !== SCHEMA) return { ok: false, fault: foreignFault(body.schema) }
  const isSound =
    (typeof body.roster === 'string' || isRoster(body.roster)) &&
    typeof body.isWhole === 'boolean' &&
    (body.kernelNs === null || isMeasure(body.kernelNs)) &&
    isListOf(body.processes, isProcessNumbers) &&
    isListOf(body.stats, isStatNumbers) &&
    isListOf(body.accepted, (place) => Number.isSafeInteger(place) && Number(place) >= 0)
  // The value itself, checked above field by field.
  return isSound
    ? { ok: true, record: body as unknown as BenchmarkRecord }
    : { ok: false, fault: 'its record is damaged' }
}

/** Ids of rosters, for the envelope of the record: what it holds for others, and what it cannot be read without. */
export function benchmarkLinks({ roster }: BenchmarkRecord): {
  readonly provides: readonly string[]
  readonly needs: readonly string[]
} {
  return typeof roster === 'string' ? { provides: [], needs: [roster] } : { provides: [roster.id], needs: [] }
}

function foreignFault(schema: string): string {
  return /^testwarden\.benchmark-record\/[1-9]\d{0,8}$/.test(schema) ? 'a newer Testwarden wrote its record' : NO_RECORD
}

function isRoster(value: unknown): boolean {
  return isObject(value) && typeof value.id === 'string' && isListOf(value.names, isName)
}

function isName(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.key === 'string' &&
    KINDS.includes(value.kind) &&
    typeof value.unit === 'string' &&
    DIRECTIONS.includes(value.direction)
  )
}

function isProcessNumbers(value: unknown): boolean {
  return (
    value === null || (Array.isArray(value) && value.length > 0 && value.length % 3 === 0 && value.every(isMeasure))
  )
}

function isStatNumbers(value: unknown): boolean {
  if (value === null) return true
  return Array.isArray(value) && value.length === STAT_COUNT && value.every((stat) => stat === null || isMeasure(stat))
}

function isMeasure(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= MAX_NAMES && value.every(isItem)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
