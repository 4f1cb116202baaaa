import { DAY_SCHEMA, parseDay } from '@testwarden/core/config/fields/day'
import type { ParsedEntry } from '@testwarden/core/config/fields/entry-list'
import { isMapping } from '@testwarden/core/config/layer'
import { type Absence, isSamePerson } from '../policy/rotation.js'

const KEYS: readonly string[] = ['who', 'from', 'to']

export const ABSENCES_SCHEMA = {
  type: 'array',
  maxItems: 1000,
  items: {
    type: 'object',
    additionalProperties: false,
    required: KEYS,
    properties: { who: { type: 'string', pattern: '\\S' }, from: DAY_SCHEMA, to: DAY_SCHEMA },
  },
}

/** One entry of `unavailable`. */
export function parseAbsence(raw: unknown, members: readonly string[]): ParsedEntry<Absence> {
  const isKnown = isMapping(raw) && Object.keys(raw).every((key) => KEYS.includes(key))
  const who = isKnown && typeof raw.who === 'string' ? raw.who.trim().replace(/^@/, '') : ''
  const [from, to] = isKnown ? [parseDay(raw.from), parseDay(raw.to)] : [null, null]
  if (who === '' || from === null || to === null)
    return refuse('An absence lacks something.', 'Write {who: ada, from: 2026-07-01, to: 2026-07-14}; both days count.')
  if (to < from)
    return refuse(`The absence of ${who} ends on ${to}, before it begins on ${from}.`, 'Write the first day as `from`.')
  if (!members.some((member) => isSamePerson(member, who)))
    return refuse(`${who} is absent from a rotation that does not have ${who}.`, `Write one of ${members.join(', ')}.`)
  return { ok: true, value: { who, from, to } }
}

function refuse(message: string, remedy: string): ParsedEntry<Absence> {
  return { ok: false, fault: { message, remedy } }
}
