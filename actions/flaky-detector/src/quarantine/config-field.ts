import type { Field, InnerFault, Parsed } from '@testwarden/core/config/field'
import type { FieldDetails } from '@testwarden/core/config/fields/field-details'
import { isMapping } from '@testwarden/core/config/layer'
import { addDays, QUARANTINE_DAYS, type Quarantine } from '@testwarden/core/quarantine/quarantine'

const ENTRIES_MAX = 1000
const TEXT = { type: 'string', pattern: '\\S' }
const DAY = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' }
const KEYS = ['test', 'reason', 'owner', 'issue', 'since', 'expires'] as const
const EXPECTED = 'a list of `{test, reason, owner, since, issue, expires}`'

/** Quarantined tests as the config file lists them. Each needs somebody who answers for it, a reason and a first day. */
export function quarantineField(
  details: Omit<FieldDetails<readonly Quarantine[]>, 'fallback' | 'input'>,
): Field<readonly Quarantine[]> {
  return {
    ...details,
    type: 'field',
    fallback: [],
    fallbackText: '',
    input: null,
    stricter: null,
    jsonSchema: {
      type: 'array',
      maxItems: ENTRIES_MAX,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['test', 'reason', 'owner', 'since'],
        properties: {
          test: TEXT,
          reason: TEXT,
          owner: TEXT,
          issue: { type: ['string', 'integer'] },
          since: DAY,
          expires: DAY,
        },
      },
    },
    parse: parseEntries,
    tighten: (base, wanted) =>
      wanted.filter((entry) => base.value.some((known) => JSON.stringify(known) === JSON.stringify(entry))),
    toText: (entries) => entries.map(({ test, expires }) => `${test} (until ${expires})`).join(', ') || 'nothing',
  }
}

function parseEntries(raw: unknown): Parsed<readonly Quarantine[]> {
  if (!Array.isArray(raw) || raw.length > ENTRIES_MAX) return { ok: false, expected: EXPECTED }
  const entries: Quarantine[] = []
  for (const [index, item] of raw.entries()) {
    const entry = parseEntry(item)
    if (!('test' in entry)) return { ok: false, expected: EXPECTED, fault: { ...entry, path: [String(index)] } }
    entries.push(entry)
  }
  return { ok: true, value: entries }
}

type Fault = Omit<InnerFault, 'path'>

function parseEntry(item: unknown): Quarantine | Fault {
  if (!isMapping(item)) return { message: 'A quarantined test needs keys.', remedy: `Write ${EXPECTED}.` }
  const unknown = Object.keys(item).find((key) => !KEYS.some((known) => known === key))
  if (unknown !== undefined)
    return { message: `A quarantined test has no key ${unknown}.`, remedy: `Write ${EXPECTED}.` }
  const [test, reason, owner, since] = [textOf(item.test), textOf(item.reason), textOf(item.owner), dayOf(item.since)]
  if (test === null || reason === null || owner === null || since === null)
    return incomplete({ test, reason, owner, since })
  const expires = item.expires === undefined ? addDays(since, QUARANTINE_DAYS) : dayOf(item.expires)
  if (expires === null || expires < since)
    return {
      message: `The quarantine of ${test} does not say when it ends.`,
      remedy: 'Write `expires` as a day behind `since`, such as 2026-01-31.',
    }
  return { test, reason, owner, issue: issueOf(item.issue), since, expires, origin: 'config' }
}

/** @param entry null: missing, or not what it should be */
function incomplete(entry: Readonly<Record<'test' | 'reason' | 'owner' | 'since', string | null>>): Fault {
  const missing = Object.entries(entry).flatMap(([key, value]) => (value === null ? [`\`${key}\``] : []))
  const days = entry.since === null ? ' `since` is a day such as 2026-01-31.' : ''
  return {
    message: `The quarantine of ${entry.test ?? 'a test'} lacks ${missing.join(' and ')}.`,
    remedy: `Each needs \`test\`, \`reason\`, \`owner\` and \`since\`: an excuse that nobody answers for hides what it excuses.${days}`,
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function issueOf(value: unknown): string | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : textOf(value)
}

/** YAML makes a date of a bare day in some readers. */
function dayOf(value: unknown): string | null {
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : textOf(value)
  return text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && isDay(text) ? text : null
}

/** The 30th of February is none, though dates count on into March. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
