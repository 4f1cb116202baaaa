import type { Field, Setting } from '@testwarden/core/config/field'
import { DAY_SCHEMA, parseDay } from '@testwarden/core/config/fields/day'
import { type EntryFault, entryList, type ParsedEntry } from '@testwarden/core/config/fields/entry-list'
import type { FieldDetails } from '@testwarden/core/config/fields/field-details'
import { addDays } from '@testwarden/core/model/day'
import { QUARANTINE_DAYS, type Quarantine } from '@testwarden/core/quarantine/quarantine'

const TEXT = { type: 'string', pattern: '\\S' }

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
        since: DAY_SCHEMA,
        issue: { type: ['string', 'integer'] },
        expires: DAY_SCHEMA,
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
    parseDay(entry.since),
  ]
  if (test === null || reason === null || owner === null || since === null)
    return { ok: false, fault: incomplete({ test, reason, owner, since }) }
  const expires = entry.expires === undefined ? addDays(since, QUARANTINE_DAYS) : parseDay(entry.expires)
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
