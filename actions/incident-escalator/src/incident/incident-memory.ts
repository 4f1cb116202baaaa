import { isSeverity } from '@testwarden/core/model/severity'
import type { SeenDeeds } from '../life/seen-deeds.js'
import type { IncidentPlace } from './dedup-key.js'
import type { Acknowledgement, Incident, NoticeThread, ToldLevel } from './incident.js'
import { textOfWord, wordOfText } from './word-text.js'

/**
 * An incident as small words of the marker of its issue, `name:value`, and back. Whatever cannot be read makes the whole
 * memory worthless, as half a memory tells the wrong people: then it is made anew of the timeline.
 */
export interface IncidentMemory {
  readonly state: string
  readonly about: readonly string[]
}

/** @returns what a marker's `state` and `about` hold */
export function memoryOf(incident: Incident): IncidentMemory {
  const { severity, acknowledgement, told, silencedUntil, badRuns, greenRuns, resolvedAt, threads, seen } = incident
  const { place, where, teller } = incident
  const words: readonly (string | null)[] = [
    place === null ? null : `place:${place}`,
    ...(where === null ? [] : placeWords(where)),
    teller === null ? null : `teller:${teller}`,
    `severity:${severity}`,
    `opened:${shortMoment(incident.openedAt)}`,
    acknowledgement === null
      ? null
      : `acknowledged:${shortMoment(acknowledgement.at)}:${loginWord(acknowledgement.by)}`,
    incident.firstAcknowledgedAt === null ? null : `first-acknowledged:${shortMoment(incident.firstAcknowledgedAt)}`,
    told === null ? null : toldWord(told),
    silencedUntil === null ? null : `silenced:${shortMoment(silencedUntil)}`,
    `bad:${badRuns}`,
    `green:${greenRuns}`,
    resolvedAt === null ? null : `resolved:${shortMoment(resolvedAt)}`,
    seen === null ? null : `seen:${shortMoment(seen.until)}:${seen.count}`,
    ...threads.map(threadWord),
  ]
  return { state: incident.state, about: words.filter((word) => word !== null) }
}

/** null: somebody changed it, or another version wrote it. */
export function incidentOf(dedupKey: string, { state, about }: IncidentMemory): Incident | null {
  const words = about.map((word) => word.split(':'))
  const valuesOf = (name: string): readonly string[] | null => words.find(([first]) => first === name)?.slice(1) ?? null
  const [severity = ''] = valuesOf('severity') ?? []
  const openedAt = momentOf(valuesOf('opened')?.[0])
  const [badRuns, greenRuns] = [countOf(valuesOf('bad')), countOf(valuesOf('green'))]
  const isKnown = state === 'open' || state === 'acknowledged' || state === 'resolved'
  if (!isKnown || !isSeverity(severity) || openedAt === null || badRuns === null || greenRuns === null) return null
  const acknowledgement = acknowledgementOf(valuesOf('acknowledged'))
  const said = toldOf(valuesOf('told'))
  const told = said === null ? unsaid(toldOf(valuesOf('telling'))) : said
  const [silencedUntil, resolvedAt, firstAcknowledgedAt] = ['silenced', 'resolved', 'first-acknowledged'].map((name) =>
    optionalMoment(valuesOf(name)),
  )
  const seen = seenOf(valuesOf('seen'))
  if ([acknowledgement, told, silencedUntil, resolvedAt, seen, firstAcknowledgedAt].includes(undefined)) return null
  return {
    dedupKey,
    place: hashOf(valuesOf('place')),
    where: whereOf(valuesOf('workflow'), valuesOf('branch')),
    teller: hashOf(valuesOf('teller')),
    severity,
    state,
    openedAt,
    acknowledgement: acknowledgement ?? null,
    firstAcknowledgedAt: firstAcknowledgedAt ?? null,
    told: told ?? null,
    silencedUntil: silencedUntil ?? null,
    badRuns,
    greenRuns,
    resolvedAt: resolvedAt ?? null,
    threads: words.flatMap((word) => (word[0] === 'thread' ? threadOf(word) : [])),
    seen: seen ?? null,
  }
}

/** `2026-11-22T10:35:00.123Z` as `20261122t103500.123z`: colons part the words of a marker's word. */
export function shortMoment(moment: string): string {
  return new Date(moment).toISOString().replace(/[-:]/g, '').toLowerCase()
}

const SHORT_MOMENT = /^(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d\.\d{3})z$/

/** null: it is none. */
export function momentOf(word: string | undefined): string | null {
  const match = SHORT_MOMENT.exec(word ?? '')
  if (match === null) return null
  const [, year, month, day, hour, minute, second] = match
  const moment = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
  return Number.isNaN(Date.parse(moment)) ? null : moment
}

/** undefined: what stands there is none. */
function optionalMoment(values: readonly string[] | null): string | null | undefined {
  return values === null ? null : (momentOf(values[0]) ?? undefined)
}

/** Longer ones would be left out of the marker, so both are. */
const NAME_WORD_CHARACTERS = 180

function placeWords({ workflow, branch }: IncidentPlace): readonly string[] {
  const [first, second] = [wordOfText(workflow), wordOfText(branch)]
  const isShort = Math.max(first.length, second.length) <= NAME_WORD_CHARACTERS
  return isShort ? [`workflow:${first}`, `branch:${second}`] : []
}

function whereOf(first: readonly string[] | null, second: readonly string[] | null): IncidentPlace | null {
  const [workflow, branch] = [textOfWord(first?.[0] ?? ''), textOfWord(second?.[0] ?? '')]
  return workflow === null || branch === null ? null : { workflow, branch }
}

function hashOf(values: readonly string[] | null): string | null {
  const [word = ''] = values ?? []
  return /^[0-9a-f]{16}$/.test(word) ? word : null
}

function countOf(values: readonly string[] | null): number | null {
  const [word = ''] = values ?? []
  return /^\d{1,9}$/.test(word) ? Number(word) : null
}

function acknowledgementOf(values: readonly string[] | null): Acknowledgement | null | undefined {
  if (values === null) return null
  const at = momentOf(values[0])
  return at === null ? undefined : { at, by: values[1] ?? '' }
}

function toldOf(values: readonly string[] | null): ToldLevel | null | undefined {
  if (values === null) return null
  const [level, loops, at] = [countOf(values.slice(0, 1)), countOf(values.slice(1, 2)), momentOf(values[2])]
  return level === null || loops === null || at === null ? undefined : { level, loops, at }
}

function seenOf(values: readonly string[] | null): SeenDeeds | null | undefined {
  if (values === null) return null
  const [until, count] = [momentOf(values[0]), countOf(values.slice(1, 2))]
  return until === null || count === null || count === 0 ? undefined : { until, count }
}

/** In a marker: `told:<level>:<loops>:<moment>`, or `telling:` while nobody knows whether the people were mentioned. */
export function toldWord({ level, loops, at, isUnsaid }: ToldLevel): string {
  return `${isUnsaid === true ? 'telling' : 'told'}:${level}:${loops}:${shortMoment(at)}`
}

function unsaid(told: ToldLevel | null | undefined): ToldLevel | null | undefined {
  return told === null || told === undefined ? told : { ...told, isUnsaid: true }
}

/** In a marker: `thread:<target>:<phase>:<id>`. Ids are small letters, digits, `_`, `.`, `:` and `-`, see `ports/notifier`. */
export function threadWord({ target, phase, id }: NoticeThread): string {
  return `${threadPrefix(target, phase)}${id ?? ''}`
}

/** What of {@link threadWord} comes before the id. */
export function threadPrefix(target: string, phase: NoticeThread['phase']): string {
  return `thread:${target}:${phase}:`
}

function threadOf([, target = '', phase = '', ...rest]: readonly string[]): NoticeThread[] {
  const id = rest.join(':')
  // One that nobody can read is told once more, rather than never.
  const known = phase === 'told' || phase === 'ended' ? phase : 'planned'
  return [{ target, phase: known, id: id === '' ? null : id }]
}

/** Logins have letters, digits and hyphens, never two in a row. */
function loginWord(login: string): string {
  return login.toLowerCase().replace(/[^a-z0-9.-]/g, '')
}
