import type { KeyListText } from './key-list-text.js'

/**
 * The body of a record of test runs: a roster, and what of the run differs from it. Numbers are texts of `number-text`;
 * `positions` count in the roster, ascending, and are written as the gaps between them.
 */
export interface EncodedRun {
  readonly schema: 'testwarden.test-record/1'
  /** The roster that this record holds, or the id of one that an earlier record holds. */
  readonly roster: RosterText | string
  readonly isWhole: boolean
  readonly withheld: string | null
  /** What {@link cells} names by its index. */
  readonly outcomes: readonly string[]
  readonly fingerprints: readonly string[]
  /** For each case that is not as usual (one pass, or skipped where the roster says so): gap, outcome, 1 + fingerprint. */
  readonly cells: string
  /** null: the run timed nothing. */
  readonly times: TimesText | null
}

/** Durations against the references of the roster. */
export interface TimesText {
  /** How much slower the whole run was, in steps of 2.8 %. */
  readonly paceSteps: number
  /** Cases one bin of 25 % away: twice the gap, and 1 more for the faster. */
  readonly near: string
  /** The others: the gap, then what takes its place, see `times-text`. */
  readonly far: string
}

/** Which tests a run had, in full or as a change of another roster. Addressed by its content. */
export interface RosterText extends KeyListText {
  /** The first 128 bits of the SHA-256 of the other fields. */
  readonly id: string
  /** null: in full. */
  readonly base: string | null
  /** Positions in the base. */
  readonly removed: string
  /** Of each key, see `duration-code`. */
  readonly references: string
  /** Positions in the list of keys: what is usually skipped. */
  readonly skipped: string
}

/** The fault reads on after "because ". */
export type ReadBody = { readonly ok: true; readonly run: EncodedRun } | { readonly ok: false; readonly fault: string }

const SCHEMA = 'testwarden.test-record/1'
const NO_RECORD = 'what is recorded of it is no test run'

/** Checks the shape of a body; what its texts mean is checked where they are read. */
export function readBody(body: unknown): ReadBody {
  if (!isObject(body) || typeof body.schema !== 'string') return { ok: false, fault: NO_RECORD }
  if (body.schema !== SCHEMA) return { ok: false, fault: foreignFault(body.schema) }
  const isSound =
    (typeof body.roster === 'string' || isRosterText(body.roster)) &&
    typeof body.isWhole === 'boolean' &&
    isTextOrNull(body.withheld) &&
    isTextList(body.outcomes) &&
    isTextList(body.fingerprints) &&
    typeof body.cells === 'string' &&
    (body.times === null || isTimesText(body.times))
  // The value itself, checked above field by field.
  return isSound ? { ok: true, run: body as unknown as EncodedRun } : { ok: false, fault: 'its record is damaged' }
}

/** A factor of 10^24. */
const MAX_PACE_STEPS = 2_000

function foreignFault(schema: string): string {
  return /^testwarden\.test-record\/[1-9]\d{0,8}$/.test(schema) ? 'a newer Testwarden wrote its record' : NO_RECORD
}

function isRosterText(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    isTextOrNull(value.base) &&
    isTextList(value.suffixes) &&
    [value.removed, value.shared, value.references, value.skipped].every((text) => typeof text === 'string')
  )
}

function isTimesText(value: unknown): boolean {
  return (
    isObject(value) &&
    Number.isInteger(value.paceSteps) &&
    Math.abs(Number(value.paceSteps)) <= MAX_PACE_STEPS &&
    typeof value.near === 'string' &&
    typeof value.far === 'string'
  )
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string'
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === 'string')
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
