import type { Field } from '@testwarden/core/config/field'
import { type EntryFault, entryList, type ParsedEntry } from '@testwarden/core/config/fields/entry-list'
import type { FieldDetails } from '@testwarden/core/config/fields/field-details'
import { isSeverity, SEVERITIES } from '@testwarden/core/model/severity'
import { ASSUMED_LEVELS } from '../policy/assumed-policy.js'
import { INVOLVED, type Level } from '../policy/escalation-policy.js'
import { isLogin, isTeam, parseNames, repeatedName, TEXTS_SCHEMA } from './people.js'

const TEXT = { type: 'string', pattern: '\\S' }
const LISTS = ['severities', 'involved', 'people', 'teams', 'targets', 'fallback'] as const
const WORDS: ReadonlySet<string> = new Set(['severities', 'involved'])
const MOST = 20

type Lists = Readonly<Record<(typeof LISTS)[number], readonly string[]>>

/** The levels of the escalation policy, in their order. What somebody writes takes the place of all that is assumed. */
export function levels(
  details: Omit<FieldDetails<readonly Level[]>, 'fallback' | 'input' | 'role'>,
): Field<readonly Level[]> {
  const list = entryList<Level>(
    { ...details, role: 'policy', toText: (all) => all.map(levelText).join('; ') || 'none' },
    {
      noun: 'A level',
      maxEntries: MOST,
      keys: {
        name: TEXT,
        severities: wordsSchema(SEVERITIES),
        involved: wordsSchema(INVOLVED),
        people: TEXTS_SCHEMA,
        teams: TEXTS_SCHEMA,
        targets: TEXTS_SCHEMA,
        rotation: TEXT,
        fallback: TEXTS_SCHEMA,
      },
      required: ['name'],
      parse: parseLevel,
      check: repeatedLevel,
    },
  )
  return { ...list, fallback: ASSUMED_LEVELS, fallbackText: ASSUMED_LEVELS.map(({ name }) => name).join(', ') }
}

function wordsSchema(words: readonly string[]): Readonly<Record<string, unknown>> {
  return { anyOf: [{ enum: words }, { type: 'array', items: { enum: words } }] }
}

function levelText(level: Level): string {
  const who = [
    ...level.involved,
    ...[...level.people, ...level.teams].map((name) => `@${name}`),
    ...level.targets,
    ...(level.rotation === null ? [] : [`rotation ${level.rotation}`]),
    ...level.fallback.map((name) => `else @${name}`),
  ]
  const only = level.severities.length === SEVERITIES.length ? '' : ` for ${level.severities.join(', ')}`
  return `${level.name}${only} (${who.join(', ') || 'nobody'})`
}

function repeatedLevel(all: readonly Level[]): EntryFault | null {
  const twice = repeatedName(all.map(({ name }) => name))
  if (twice === null) return null
  return { message: `Two levels are called ${twice}.`, remedy: 'Give each a name of its own.' }
}

function parseLevel(entry: Readonly<Record<string, unknown>>): ParsedEntry<Level> {
  const [name, rotation] = [textOf(entry.name), textOf(entry.rotation)]
  if (name === null || name.length > 50)
    return refuse('A level has no name.', 'Write, for example, `name: team lead`, of at most 50 letters.')
  const lists = listsOf(entry)
  if (lists === null || (entry.rotation !== undefined && rotation === null))
    return refuse(`The level ${name} has something that is no text.`, `Write texts for ${LISTS.join(', ')}, rotation.`)
  const fault = faultOf(name, lists)
  if (fault !== null) return { ok: false, fault }
  if (entry.severities !== undefined && lists.severities.length === 0)
    return refuse(`The level ${name} is for no severity.`, 'Write some, or leave `severities` out for all.')
  const severities = entry.severities === undefined ? SEVERITIES : lists.severities.filter(isSeverity)
  const involved = INVOLVED.filter((word) => lists.involved.includes(word))
  const level = { ...lists, name, rotation, severities, involved }
  return isNobody(level) ? refuse(`The level ${name} can be told to nobody.`, NOBODY) : { ok: true, value: level }
}

const NOBODY = 'Write `people`, `teams`, `targets`, `rotation`, or `involved: [author, owners]`; or take the level out.'

function isNobody({ involved, people, teams, targets, rotation }: Level): boolean {
  return [involved, people, teams, targets].every((list) => list.length === 0) && rotation === null
}

/** null: something among them is no text. */
function listsOf(entry: Readonly<Record<string, unknown>>): Lists | null {
  const pairs = LISTS.map((key) => [key, WORDS.has(key) ? wordsOf(entry[key]) : parseNames(entry[key])] as const)
  const { severities, involved, people, teams, targets, fallback } = Object.fromEntries(pairs)
  if (!severities || !involved || !people || !teams || !targets || !fallback) return null
  return { severities, involved, people, teams, targets, fallback }
}

/** One word, or a list of them. */
function wordsOf(raw: unknown): readonly string[] | null {
  const words: readonly unknown[] = raw === undefined ? [] : Array.isArray(raw) ? raw : [raw]
  return words.every((word) => typeof word === 'string') ? words : null
}

function faultOf(level: string, lists: Lists): EntryFault | null {
  const { severities, involved, people, teams, fallback } = lists
  const strangers: readonly (readonly [string | undefined, string, string])[] = [
    [severities.find((word) => !isSeverity(word)), 'severity', `Write some of ${SEVERITIES.join(', ')}.`],
    [
      involved.find((word) => !INVOLVED.some((each) => each === word)),
      'word for who is involved',
      'Write author, owners.',
    ],
    [people.find((word) => !isLogin(word)), 'login', 'Write people as they are called on GitHub, teams under `teams`.'],
    [teams.find((word) => !isTeam(word)), 'team', 'Write teams with their organisation, such as acme/security.'],
    [fallback.find((word) => !isLogin(word) && !isTeam(word)), 'login or team', 'Write ada, or acme/security.'],
  ]
  const [found] = strangers.filter(([word]) => word !== undefined)
  if (found === undefined) return null
  const [word = '', kind, remedy] = found
  return { message: `Of the level ${level}, ${JSON.stringify(word.slice(0, 60))} is no ${kind}.`, remedy }
}

function refuse(message: string, remedy: string): { readonly ok: false; readonly fault: EntryFault } {
  return { ok: false, fault: { message, remedy } }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
