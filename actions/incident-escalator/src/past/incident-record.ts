import { isSeverity, type Severity } from '@testwarden/core/model/severity'
import type { RecordedIncident } from '../freeze/frozen-line.js'
import type { Transition } from '../life/transition.js'

/** What one run says of one trouble. */
export interface Signal {
  /** See `dedupKey`. */
  readonly key: string
  readonly severity: Severity
}

/** The body of a record of incident-escalator: what was wrong in one run, and how the incidents stood behind it. */
export interface IncidentRecord {
  readonly schema: 'testwarden.incident-record/1'
  /** Ascending by key; a trouble with several names has one for each. */
  readonly signals: readonly Signal[]
  /** false: something of the run could not be read, so what is not listed may have been wrong all the same. */
  readonly isWhole: boolean
  /** null: this run tells nothing of tests or gates, such as one that only looks after timers. */
  readonly tells: 'run' | null
  /** Critical incidents that are open; null: this run did not see the issues. */
  readonly critical: readonly RecordedIncident[] | null
  /** What became of incidents in this run, in its order: how often, how long, how soon somebody had it in hand. */
  readonly turns: readonly RecordedTurn[]
}

/** A turn in the life of an incident, without a word of anybody. */
export interface RecordedTurn {
  /** See `dedupKey`. */
  readonly key: string
  readonly kind: Transition['kind']
  /** ISO 8601, UTC. */
  readonly at: string
  readonly severity: Severity
}

const TURN_KINDS: readonly Transition['kind'][] = [
  'opened',
  'worsened',
  'acknowledged',
  'acknowledgement-expired',
  'given-back',
  'silenced',
  'pushed-on',
  'resolved',
  'reopened',
]
const MOST_TURNS = 1_000

export const INCIDENT_RECORD = 'testwarden.incident-record/1'
const MOST_SIGNALS = 1_000
const MOST_INCIDENTS = 200
const KEY = /^inc-[0-9a-f]{32}$/

/** Checks a body value by value. null: none of ours, damaged, or of a newer version. */
export function readIncidentRecord(body: unknown): IncidentRecord | null {
  if (!isObject(body) || body.schema !== INCIDENT_RECORD || typeof body.isWhole !== 'boolean') return null
  const { signals, critical, tells, turns } = body
  if (!Array.isArray(signals) || signals.length > MOST_SIGNALS || !signals.every(isSignal)) return null
  if (tells !== null && tells !== 'run') return null
  if (critical !== null && !isIncidentList(critical)) return null
  if (!Array.isArray(turns) || turns.length > MOST_TURNS || !turns.every(isTurn)) return null
  return { schema: INCIDENT_RECORD, signals, isWhole: body.isWhole, tells, critical, turns }
}

/** As many as a record may have. */
export function recordedSignals(signals: readonly Signal[]): readonly Signal[] {
  const byKey = new Map(signals.map((signal) => [signal.key, signal]))
  return [...byKey.values()].sort((left, right) => (left.key < right.key ? -1 : 1)).slice(0, MOST_SIGNALS)
}

function isSignal(value: unknown): value is Signal {
  if (!isObject(value) || typeof value.key !== 'string' || typeof value.severity !== 'string') return false
  return KEY.test(value.key) && isSeverity(value.severity)
}

function isTurn(value: unknown): value is RecordedTurn {
  if (!isObject(value) || !isSignal(value)) return false
  const { kind, at }: Readonly<Record<string, unknown>> = { ...value }
  return TURN_KINDS.some((known) => known === kind) && typeof at === 'string' && !Number.isNaN(Date.parse(at))
}

function isIncidentList(value: unknown): value is readonly RecordedIncident[] {
  return Array.isArray(value) && value.length <= MOST_INCIDENTS && value.every(isRecordedIncident)
}

function isRecordedIncident(value: unknown): value is RecordedIncident {
  if (!isObject(value) || typeof value.key !== 'string' || !KEY.test(value.key)) return false
  const isNumber = value.issue === null || (Number.isSafeInteger(value.issue) && Number(value.issue) > 0)
  return isNumber && typeof value.openedAt === 'string' && !Number.isNaN(Date.parse(value.openedAt))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
