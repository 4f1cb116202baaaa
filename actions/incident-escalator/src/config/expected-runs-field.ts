import type { Field } from '@testwarden/core/config/field'
import { DURATION_SCHEMA, durationText, parseDuration } from '@testwarden/core/config/fields/duration'
import type { ParsedEntry } from '@testwarden/core/config/fields/entry-list'
import { entryMap } from '@testwarden/core/config/fields/entry-map'
import type { FieldDetails } from '@testwarden/core/config/fields/field-details'
import { isMapping } from '@testwarden/core/config/layer'
import type { ExpectedRun } from '../heartbeat/missed-run.js'

const HOUR_MS = 60 * 60_000
/** Schedules are hours late, as a rule. */
const ASSUMED_GRACE_MS = 6 * HOUR_MS
const SHORTEST_MS = HOUR_MS
const LONGEST_MS = 400 * 24 * HOUR_MS
const FILE = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}\.ya?ml$/

/** Workflows that are to run from time to time, by the name of their file. */
export function expectedRuns(
  details: Omit<FieldDetails<readonly ExpectedRun[]>, 'fallback' | 'input'>,
): Field<readonly ExpectedRun[]> {
  const toText = ({ workflow, everyMs }: ExpectedRun): string => `${workflow} every ${durationText(everyMs)}`
  return entryMap(
    { ...details, toText: (all) => all.map(toText).join(', ') || 'none' },
    {
      expected: 'expected runs as `nightly.yml: 24h`, or `nightly.yml: {every: 24h, grace: 6h}`',
      maxEntries: 50,
      names: { pattern: FILE.source },
      entry: { anyOf: [DURATION_SCHEMA, ENTRY_SCHEMA] },
      parse: parseExpectedRun,
    },
  )
}

const ENTRY_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['every'],
  properties: { every: DURATION_SCHEMA, grace: DURATION_SCHEMA },
}

function parseExpectedRun(workflow: string, written: unknown): ParsedEntry<ExpectedRun> {
  const refuse = (message: string) => ({ ok: false, fault: { message } }) as const
  if (!FILE.test(workflow)) return refuse(`${JSON.stringify(workflow.slice(0, 60))} is no file of a workflow.`)
  const entry = isMapping(written) ? written : { every: written }
  const unknown = Object.keys(entry).find((key) => key !== 'every' && key !== 'grace')
  if (unknown !== undefined) return refuse(`The expected run of ${workflow} has no key ${unknown}.`)
  const everyMs = timeOf(entry.every)
  const graceMs = entry.grace === undefined ? ASSUMED_GRACE_MS : timeOf(entry.grace)
  if (everyMs === null || everyMs < SHORTEST_MS || everyMs > LONGEST_MS)
    return refuse(`How often ${workflow} is to run must be a time from 1h to 9600h.`)
  if (graceMs === null || graceMs > LONGEST_MS) return refuse(`How late ${workflow} may be must be a time.`)
  return { ok: true, value: { workflow, everyMs, graceMs } }
}

function timeOf(raw: unknown): number | null {
  const parsed = parseDuration(raw)
  return parsed.ok ? parsed.value : null
}
