import type { Field, Setting } from '@testwarden/core/config/field'
import { type EntryFault, entryList, type ParsedEntry } from '@testwarden/core/config/fields/entry-list'
import type { FieldDetails } from '@testwarden/core/config/fields/field-details'
import { addDays, QUARANTINE_DAYS, type Quarantine } from '@testwarden/core/quarantine/quarantine'

const TEXT = { type: 'string', pattern: '\\S' }
const DAY = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' }

/** Quarantined tests as the config file lists them. Each needs somebody who answers for it, a reason and a first day. */
export function quarantineField(
  details: Omit<FieldDetails<readonly Quarantine[]>, 'fallback' | 'input'>,
): Field<readonly Quarantine[]> {
  return entryList(
    { ...details, tighten: keepKnown, toText: entriesText },
    {
      noun: 'A quarantined test',
      maxEntries: 1000,
      keys: {
        test: TEXT,
        reason: TEXT,
        owner: TEXT,
        since: DAY,
        issue: { type: ['string', 'integer'] },
        expires: DAY,
      },
      required: ['test', 'reason', 'owner', 'since'],
      parse: parseEntry,
    },
  )
}

/** A change may take entries out, and add none. */
function keepKnown(base: Setting<readonly Quarantine[]>, wanted: readonly Quarantine[]): readonly Quarantine[] {
  return wanted.filter((entry) => base.value.some((known) => JSON.stringify(known) === JSON.stringify(entry)))
}

function entriesText(entries: readonly Quarantine[]): string {
  return entries.map(({ test, expires }) => `${test} (until ${expires})`).join(', ') || 'nothing'
}

function parseEntry(entry: Readonly<Record<string, unknown>>): ParsedEntry<Quarantine> {
  const [test, reason, owner, since] = [
    textOf(entry.test),
    textOf(entry.reason),
    textOf(entry.owner),
    dayOf(entry.since),
  ]
  if (test === null || reason === null || owner === null || since === null)
    return { ok: false, fault: incomplete({ test, reason, owner, since }) }
  const expires = entry.expires === undefined ? addDays(since, QUARANTINE_DAYS) : dayOf(entry.expires)
  if (expires === null || expires < since) return { ok: false, fault: endless(test) }
  return {
    ok: true,
    value: { test, reason, owner, issue: issueOf(entry.issue), since, expires, origin: 'config' },
  }
}

function endless(test: string): EntryFault {
  return {
    message: `The quarantine of ${test} does not say when it ends.`,
    remedy: 'Write `expires` as a day behind `since`, such as 2026-01-31.',
  }
}

/** @param entry null: missing, or not what it should be */
function incomplete(entry: Readonly<Record<'test' | 'reason' | 'owner' | 'since', string | null>>): EntryFault {
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
