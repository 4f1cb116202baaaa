import { type TargetKind, type TargetSettings, targetKinds } from '../../model/target.js'
import type { Field } from '../field.js'
import { isMapping } from '../layer.js'
import { suggest } from '../suggest.js'
import type { ParsedEntry } from './entry-list.js'
import { entryMap } from './entry-map.js'
import type { FieldDetails } from './field-details.js'
import { mapNames, parseTargetMap } from './target-map.js'

/** A marker holds the name, and two dashes would end its comment. */
const NAME = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'
const NAME_LENGTH_MAX = 40
/** Names of the runner and of GitHub are not for sending anywhere: their values open more than a channel. */
const VARIABLE = '^(?!GITHUB_|ACTIONS_|RUNNER_|INPUT_)[A-Za-z_][A-Za-z0-9_]{0,99}$'
const HEADER = '^[A-Za-z][A-Za-z0-9-]{0,63}$'
/** http is for a server on this very machine. */
const ADDRESS = '^(https://|http://(localhost|127\\.0\\.0\\.1|\\[::1\\])[:/])\\S{1,2000}$'
const METHODS = ['POST', 'PUT', 'PATCH'] as const

const KEYS: Readonly<Record<TargetKind, readonly string[]>> = {
  pagerduty: ['kind', 'secret', 'url'],
  slack: ['kind', 'secret'],
  'slack-bot': ['kind', 'secret', 'channel', 'url'],
  teams: ['kind', 'secret'],
  webhook: ['kind', 'secret', 'url', 'method', 'headers', 'map', 'words'],
}

/** Whom incidents are told to, by name. A change cannot name one that its base does not have: it would get its secrets. */
export function targets(
  details: Omit<FieldDetails<readonly TargetSettings[]>, 'fallback' | 'input' | 'role'>,
): Field<readonly TargetSettings[]> {
  return entryMap(
    { ...details, role: 'policy', toText: (all) => all.map(({ name }) => name).join(', ') || 'none' },
    {
      expected: 'targets, each as `name: {kind, secret}`',
      maxEntries: 20,
      names: { pattern: NAME, maxLength: NAME_LENGTH_MAX },
      entry: ENTRY_SCHEMA,
      parse: parseTarget,
    },
  )
}

const WORDS_SCHEMA = { type: 'object', additionalProperties: { type: 'string' } }
const ENTRY_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['kind'],
  properties: {
    kind: { enum: targetKinds },
    secret: { type: 'string', pattern: VARIABLE },
    channel: { type: 'string', pattern: '\\S' },
    url: { type: 'string', pattern: ADDRESS },
    method: { enum: METHODS },
    headers: {
      type: 'object',
      propertyNames: { pattern: HEADER },
      additionalProperties: { type: 'string', pattern: VARIABLE },
    },
    map: { anyOf: [{ enum: mapNames }, { type: 'object', minProperties: 1 }] },
    words: { type: 'object', additionalProperties: false, properties: { event: WORDS_SCHEMA, severity: WORDS_SCHEMA } },
  },
}

function parseTarget(name: string, entry: unknown): ParsedEntry<TargetSettings> {
  const refuse = (message: string, remedy: string) => ({ ok: false, fault: { message, remedy } }) as const
  if (!matches(NAME, name) || name.length > NAME_LENGTH_MAX)
    return refuse(
      `${JSON.stringify(name.slice(0, 60))} is no name of a target.`,
      `Write at most ${NAME_LENGTH_MAX} small letters, digits and single dashes.`,
    )
  if (!isMapping(entry)) return refuse(`The target ${name} needs keys below it.`, 'Write `kind` and `secret`.')
  const kind = targetKinds.find((known) => known === entry.kind)
  if (kind === undefined)
    return refuse(
      `The target ${name} has no kind that is known.`,
      `Write one of ${targetKinds.join(', ')} as \`kind\`.`,
    )
  const unknown = Object.keys(entry).find((key) => !KEYS[kind].includes(key))
  if (unknown !== undefined) {
    const near = suggest(unknown, KEYS[kind])
    return refuse(
      `The target ${name} has no key ${unknown}.`,
      near === null ? `Write ${KEYS[kind].join(', ')}.` : `Did you mean ${near}?`,
    )
  }
  const built = buildTarget({ name, kind }, entry)
  if ('problem' in built) return refuse(`The target ${name} ${built.problem}.`, built.remedy)
  return { ok: true, value: built }
}

interface EntryProblem {
  /** After the target's name. */
  readonly problem: string
  readonly remedy: string
}

type Entry = Readonly<Record<string, unknown>>

function buildTarget(
  { name, kind }: { readonly name: string; readonly kind: TargetKind },
  entry: Entry,
): TargetSettings | EntryProblem {
  const url = entry.url ?? null
  if (url !== null && !matches(ADDRESS, url))
    return { problem: 'has a `url` that is no address', remedy: 'Write one that starts with https://.' }
  if (kind === 'webhook') return buildWebhook(name, { ...entry, url })
  const { secret } = entry
  if (!matches(VARIABLE, secret)) return NO_SECRET
  if (kind !== 'slack-bot') return kind === 'pagerduty' ? { name, kind, secret, url } : { name, kind, secret }
  const channel = typeof entry.channel === 'string' ? entry.channel.trim() : ''
  if (channel !== '') return { name, kind, secret, channel, url }
  return { problem: 'needs a `channel`', remedy: 'Write the id of the channel, such as C0123456789.' }
}

const NO_SECRET: EntryProblem = {
  problem: 'needs a `secret`, the name of an environment variable that is not GitHub’s own',
  remedy: 'Put the secret into `env:` of the step under a name of yours, and write that name.',
}

function buildWebhook(name: string, entry: Entry & { readonly url: string | null }): TargetSettings | EntryProblem {
  const { url, secret = null, method = 'POST', headers = {} } = entry
  if (secret !== null && !matches(VARIABLE, secret)) return NO_SECRET
  if (secret === null && url === null)
    return { problem: 'needs an address', remedy: 'Write `secret`, or `url` where the address is no secret.' }
  const known = METHODS.find((each) => each === method)
  if (known === undefined)
    return { problem: 'has a `method` that sends nothing', remedy: `Write ${METHODS.join(', ')}.` }
  if (!areHeaders(headers))
    return {
      problem: 'has `headers` that are none',
      remedy: 'Write each as `Name: VARIABLE`, with the name of the environment variable that holds its value.',
    }
  const map = parseTargetMap(entry.map, entry.words)
  if (!map.ok) return { problem: map.fault.replace(/[.?]$/, ''), remedy: 'See the documentation of targets.' }
  return { name, kind: 'webhook', secret, url, method: known, headers, map: map.value }
}

function areHeaders(raw: unknown): raw is Readonly<Record<string, string>> {
  return (
    isMapping(raw) && Object.entries(raw).every(([name, value]) => matches(HEADER, name) && matches(VARIABLE, value))
  )
}

function matches(pattern: string, value: unknown): value is string {
  return typeof value === 'string' && new RegExp(pattern).test(value)
}
