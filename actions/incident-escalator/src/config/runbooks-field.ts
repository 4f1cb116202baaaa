import type { Field } from '@testwarden/core/config/field'
import type { ParsedEntry } from '@testwarden/core/config/fields/entry-list'
import { entryMap } from '@testwarden/core/config/fields/entry-map'
import type { FieldDetails } from '@testwarden/core/config/fields/field-details'

/** What to do when something breaks: a page of the team's own. */
export interface NamedRunbook {
  /** A kind of tests, a category of failures, `gate:<gate>`, `workflow:<name>`, or `default`. */
  readonly rule: string
  readonly url: string
}

const RULE_CHARACTERS = 200
const ADDRESS = /^https:\/\/[^\s<>"]{1,2000}$/

/** Addresses by what they are about. */
export function runbooks(
  details: Omit<FieldDetails<readonly NamedRunbook[]>, 'fallback' | 'input'>,
): Field<readonly NamedRunbook[]> {
  return entryMap(
    { ...details, toText: (all) => all.map(({ rule }) => rule).join(', ') || 'none' },
    {
      expected: 'runbooks as `<rule>: https://…`',
      maxEntries: 200,
      names: { maxLength: RULE_CHARACTERS },
      entry: { type: 'string', pattern: ADDRESS.source },
      parse: parseRunbook,
    },
  )
}

function parseRunbook(rule: string, url: unknown): ParsedEntry<NamedRunbook> {
  if (rule.length <= RULE_CHARACTERS && typeof url === 'string' && ADDRESS.test(url))
    return { ok: true, value: { rule, url } }
  const message = `The runbook of ${JSON.stringify(rule.slice(0, 60))} is no address.`
  return { ok: false, fault: { message, remedy: 'Write one that begins with `https://`.' } }
}
