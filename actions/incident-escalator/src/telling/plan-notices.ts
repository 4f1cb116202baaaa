import type { NoticeEvent } from '@testwarden/core/model/notice'
import type { Incident, NoticeThread } from '../incident/incident.js'
import type { Transition } from '../life/transition.js'

/** One target, and what it is told of. */
export interface PlannedNotice {
  /** Its name in the config. */
  readonly target: string
  readonly event: NoticeEvent
  /** Where it was told of the incident before; null: it was not. */
  readonly thread: string | null
}

export interface TellingQuestion {
  /** As it stands after this step. */
  readonly incident: Incident
  readonly transitions: readonly Transition[]
  /** Targets of the level that is due now, and those that are told as soon as an incident is open. */
  readonly wanted: readonly string[]
  /** ISO 8601, UTC. */
  readonly now: string
}

/**
 * Whom this step tells of what. Whoever got a trigger gets its end, whatever is silenced then, or a paging service would
 * call people for ever: what could not be told is told by the next step. A silence mutes triggers only; so does a person
 * who has the incident in hand. Whom somebody asked for by hand is told in spite of both.
 */
export function planNotices({ incident, transitions, wanted, now }: TellingQuestion): readonly PlannedNotice[] {
  const { threads, state } = incident
  if (state === 'resolved') return threads.filter(({ phase }) => phase !== 'ended').map(as('resolve'))
  const asked = isNew(transitions, 'pushed-on') ? wanted.map((target) => as('trigger')(threadOf(threads, target))) : []
  if (state === 'acknowledged') {
    const others = threads.filter(({ target }) => !asked.some((notice) => notice.target === target))
    return [...(isNew(transitions, 'acknowledged') ? others.map(as('acknowledge')) : []), ...asked]
  }
  if (isSilent(incident, now)) return asked
  // After a resolve most services open a new alert of the same key: they must be told that it is back.
  const isAgain = isNew(transitions, 'reopened') || isNew(transitions, 'worsened')
  const again = threads.filter(({ phase }) => isAgain || phase === 'planned')
  const names = new Set([...again.map(({ target }) => target), ...wanted])
  return [...names].map((target) => as('trigger')(threadOf(threads, target)))
}

/** Who is known of from now on: whoever gets a trigger, a first one or another, is told again until it was. */
export function threadsAfter(
  threads: readonly NoticeThread[],
  planned: readonly PlannedNotice[],
): readonly NoticeThread[] {
  const triggered = new Set(planned.flatMap(({ target, event }) => (event === 'trigger' ? [target] : [])))
  const known = threads.map(
    (thread): NoticeThread => (triggered.has(thread.target) ? { ...thread, phase: 'planned' } : thread),
  )
  const fresh = [...triggered].filter((target) => !threads.some((thread) => thread.target === target))
  return [...known, ...fresh.map((target): NoticeThread => ({ target, phase: 'planned', id: null }))]
}

/** Whoever is no target any more cannot be told the end: it is not waited for. */
export function withoutGone(
  { threads, state }: Pick<Incident, 'threads' | 'state'>,
  targets: ReadonlySet<string>,
): readonly NoticeThread[] {
  if (state !== 'resolved') return threads
  return threads.map((thread) => (targets.has(thread.target) ? thread : { ...thread, phase: 'ended' }))
}

function isNew(transitions: readonly Transition[], kind: Transition['kind']): boolean {
  return transitions.some((transition) => transition.kind === kind)
}

function isSilent({ silencedUntil }: Incident, now: string): boolean {
  return silencedUntil !== null && Date.parse(silencedUntil) > Date.parse(now)
}

function threadOf(threads: readonly NoticeThread[], target: string): NoticeThread {
  return threads.find((thread) => thread.target === target) ?? { target, phase: 'planned', id: null }
}

function as(event: NoticeEvent): (thread: NoticeThread) => PlannedNotice {
  return ({ target, id }) => ({ target, event, thread: id })
}
