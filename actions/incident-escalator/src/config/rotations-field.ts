import type { Field } from '@testwarden/core/config/field'
import { DAY_SCHEMA, parseDay } from '@testwarden/core/config/fields/day'
import type { EntryFault, ParsedEntry } from '@testwarden/core/config/fields/entry-list'
import { entryMap } from '@testwarden/core/config/fields/entry-map'
import type { FieldDetails } from '@testwarden/core/config/fields/field-details'
import { isMapping } from '@testwarden/core/config/layer'
import { type Absence, HANDOVERS, type Rotation } from '../policy/rotation.js'
import { ABSENCES_SCHEMA, parseAbsence } from './absences.js'
import { isLogin, parseNames, repeatedName, TEXTS_SCHEMA } from './people.js'
import { parseTimeOfDay, TIME_OF_DAY, timeOfDayText } from './time-of-day.js'
import { timeZoneFault } from './time-zone-field.js'

/** A rotation as the config file has it. */
export interface RotationSetting extends Omit<Rotation, 'timeZone'> {
  /** null: that of the section. */
  readonly timeZone: string | null
}

const NAME = '^[A-Za-z0-9][A-Za-z0-9 ._-]{0,49}$'
const KEYS: readonly string[] = ['members', 'since', 'handover', 'at', 'time-zone', 'unavailable']
const ASSUMED_HANDOVER_MS = 9 * 60 * 60_000

const ENTRY_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['members', 'since'],
  properties: {
    members: TEXTS_SCHEMA,
    since: DAY_SCHEMA,
    handover: { enum: HANDOVERS },
    at: { type: 'string', pattern: `^(${TIME_OF_DAY})$` },
    'time-zone': { type: 'string' },
    unavailable: ABSENCES_SCHEMA,
  },
}

/** People who are on call in turn, by the name of the rotation. */
export function rotations(
  details: Omit<FieldDetails<readonly RotationSetting[]>, 'fallback' | 'input'>,
): Field<readonly RotationSetting[]> {
  return entryMap(
    { ...details, toText: (all) => all.map(rotationText).join('; ') || 'none' },
    {
      expected: `rotations, each as \`name: {${KEYS.join(', ')}}\``,
      maxEntries: 50,
      names: { pattern: NAME },
      entry: ENTRY_SCHEMA,
      parse: parseRotation,
      check: repeatedRotation,
    },
  )
}

function rotationText({ name, members, since, handover, handoverMs, timeZone, absences }: RotationSetting): string {
  const away = absences.map(({ who, from, to }) => `${who} ${from} to ${to}`)
  const at = `${handover} at ${timeOfDayText(handoverMs)}${timeZone === null ? '' : ` ${timeZone}`}`
  return `${name}: ${members.join(', ')}, ${at} since ${since}${away.length === 0 ? '' : `, without ${away.join(', ')}`}`
}

function repeatedRotation(all: readonly RotationSetting[]): EntryFault | null {
  const twice = repeatedName(all.map(({ name }) => name))
  if (twice === null) return null
  return { path: [twice], message: `Two rotations are called ${twice}.`, remedy: 'Give each a name of its own.' }
}

function parseRotation(name: string, entry: unknown): ParsedEntry<RotationSetting> {
  const refuse = (message: string, remedy?: string, ...path: readonly string[]) =>
    ({ ok: false, fault: { path, message, ...(remedy === undefined ? {} : { remedy }) } }) as const
  if (!new RegExp(NAME).test(name))
    return refuse(
      `${JSON.stringify(name.slice(0, 60))} is no name of a rotation.`,
      'Write at most 50 letters and digits.',
    )
  if (!isMapping(entry)) return refuse(`The rotation ${name} needs keys below it.`)
  const unknown = Object.keys(entry).find((key) => !KEYS.includes(key))
  if (unknown !== undefined) return refuse(`The rotation ${name} has no key ${unknown}.`, `Write ${KEYS.join(', ')}.`)
  const members = membersOf(name, entry.members)
  if (!members.ok) return members
  const [since, handoverMs] = [parseDay(entry.since), timeOf(entry.at)]
  if (since === null)
    return refuse(`The rotation ${name} does not say since when.`, 'Write `since` as a day such as 2026-01-05.')
  const handover = HANDOVERS.find((each) => each === (entry.handover === undefined ? 'weekly' : entry.handover))
  if (handover === undefined)
    return refuse(`The handover of ${name} is none.`, `Write one of ${HANDOVERS.join(', ')}.`, 'handover')
  if (handoverMs === null) return refuse(`The hour of ${name} is none.`, 'Write `at` as 09:00, before 24:00.', 'at')
  const zone = entry['time-zone']
  const fault = zone === undefined ? null : timeZoneFault(zone, ['time-zone'])
  if (fault !== null) return { ok: false, fault }
  const absences = absencesOf(name, members.value, entry.unavailable === undefined ? [] : entry.unavailable)
  if (!absences.ok) return absences
  const timeZone = zone === undefined ? null : String(zone)
  return {
    ok: true,
    value: { name, members: members.value, since, handover, handoverMs, timeZone, absences: absences.value },
  }
}

function membersOf(name: string, raw: unknown): ParsedEntry<readonly string[]> {
  const members = parseNames(raw)
  const refuse = (message: string, remedy: string) =>
    ({ ok: false, fault: { path: raw === undefined ? [] : ['members'], message, remedy } }) as const
  if (members === null || members.length === 0)
    return refuse(`The rotation ${name} has no members.`, 'Write logins such as [ada, grace].')
  const stranger = members.find((member) => !isLogin(member))
  if (stranger !== undefined)
    return refuse(
      `${JSON.stringify(stranger.slice(0, 60))} is no login.`,
      'Write people as they are called on GitHub: only one person at a time is on call.',
    )
  const twice = repeatedName(members)
  if (twice === null) return { ok: true, value: members }
  return refuse(`The rotation ${name} has ${twice} twice.`, 'Write each member once.')
}

function absencesOf(name: string, members: readonly string[], raw: unknown): ParsedEntry<readonly Absence[]> {
  const path = ['unavailable']
  const message = `The absences of ${name} are no list, or a very long one.`
  if (!Array.isArray(raw) || raw.length > ABSENCES_SCHEMA.maxItems)
    return { ok: false, fault: { path, message, remedy: 'Write a list of {who, from, to}.' } }
  const absences: Absence[] = []
  for (const [at, item] of raw.entries()) {
    const parsed = parseAbsence(item, members)
    if (!parsed.ok) return { ok: false, fault: { ...parsed.fault, path: [...path, String(at)] } }
    absences.push(parsed.value)
  }
  return { ok: true, value: absences }
}

/** null: it is none. Midnight is the beginning of a day here. */
function timeOf(raw: unknown): number | null {
  if (raw === undefined) return ASSUMED_HANDOVER_MS
  const timeMs = typeof raw === 'string' ? parseTimeOfDay(raw) : null
  return timeMs !== null && timeMs < 24 * 60 * 60_000 ? timeMs : null
}
