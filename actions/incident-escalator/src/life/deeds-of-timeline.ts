import type { KnownPermission, ObservedTimeline, TimelineEntry } from '@testwarden/core/model/github-observation'
import { isStickyComment } from '@testwarden/core/render/sticky-comment'
import type { RefusedCommand } from '../commands/command.js'
import { readCommands } from '../commands/read-commands.js'
import type { Deed } from './deed.js'
import { type SeenDeeds, seenWith, unseenDeeds } from './seen-deeds.js'

export interface TimelineQuestion {
  readonly timeline: ObservedTimeline
  /** Of everybody who did something on the issue. */
  readonly permissions: readonly KnownPermission[]
  /** The label that says that somebody has the incident in hand. */
  readonly ackLabel: string
  /** What was looked at before; null: nothing was. */
  readonly seen: SeenDeeds | null
}

/** What people did, and what they tried. */
export interface ReadDeeds {
  /** In their order. */
  readonly deeds: readonly Deed[]
  /** Where whoever has looked at them goes on. */
  readonly seen: SeenDeeds | null
  /** Commands that nobody understands, and whose authors were not told so. */
  readonly refused: readonly (RefusedCommand & { readonly by: string; readonly comment: number })[]
  /** Logins whose commands count for nothing, as they may not write. */
  readonly strangers: readonly string[]
}

/** Who may push code may say what becomes of an incident. */
const WRITERS: ReadonlySet<string> = new Set(['admin', 'maintain', 'write'])

/**
 * What people with write access did on the issue of an incident. What our own token did is nobody's word, nor is a
 * comment that was changed after the fact: whoever could change it might be somebody else.
 */
export function deedsOfTimeline({ timeline, permissions, ackLabel, seen }: TimelineQuestion): ReadDeeds {
  const writers = new Set(
    permissions.filter(({ permission }) => WRITERS.has(permission)).map(({ login }) => login.toLowerCase()),
  )
  const deeds: Deed[] = []
  const refused: ReadDeeds['refused'][number][] = []
  const strangers = new Set<string>()
  for (const entry of timeline.entries) {
    const { by } = entry
    // GitHub writes whole seconds, and what is remembered has thousandths: as texts they do not compare.
    const at = new Date(entry.at).toISOString()
    if (by === null || by === timeline.writer || (seen !== null && at < seen.until)) continue
    const isWriter = writers.has(by.toLowerCase())
    const done = deedsOfEntry(entry, { by, at, ackLabel })
    if (isWriter) {
      deeds.push(...done.deeds)
      refused.push(...done.refused)
    } else if (done.deeds.length > 0 && !turnsIssue(entry)) strangers.add(by)
  }
  const isOpen = ({ comment }: ReadDeeds['refused'][number]): boolean => !isAnswered(comment, timeline)
  const unseen = unseenDeeds(deeds, seen)
  return {
    deeds: unseen,
    seen: unseen.length === 0 ? seen : seenWith(deeds),
    refused: refused.filter(isOpen),
    strangers: [...strangers],
  }
}

/** Whom GitHub lets close an issue, or open it again, ends the incident by that: see `reconcile`. */
function turnsIssue({ kind }: TimelineEntry): boolean {
  return kind === 'closed' || kind === 'reopened'
}

/** Of the remark that answers a comment. */
export function answerKey(comment: number): string {
  return `answer-${comment}`
}

function isAnswered(comment: number, { entries, writer }: ObservedTimeline): boolean {
  return entries.some(
    (entry) => entry.kind === 'comment' && entry.by === writer && isStickyComment(entry.body, answerKey(comment)),
  )
}

interface EntryPlace {
  readonly by: string
  readonly at: string
  readonly ackLabel: string
}

type OfEntry = Pick<ReadDeeds, 'deeds' | 'refused'>

function deedsOfEntry(entry: TimelineEntry, place: EntryPlace): OfEntry {
  if (entry.kind === 'comment') return deedsOfComment(entry, place)
  const { by, at } = place
  const kind = kindOf(entry, place.ackLabel)
  return { deeds: kind === null ? [] : [{ kind, by, at }], refused: [] }
}

/** null: nothing that an incident cares for. */
function kindOf(
  entry: Exclude<TimelineEntry, { kind: 'comment' }>,
  ackLabel: string,
): 'acknowledge' | 'give-back' | 'resolve' | 'reopen' | null {
  switch (entry.kind) {
    case 'assigned':
      return 'acknowledge'
    case 'labeled':
      return isLabel(entry.label, ackLabel) ? 'acknowledge' : null
    case 'unlabeled':
      return isLabel(entry.label, ackLabel) ? 'give-back' : null
    case 'closed':
      return 'resolve'
    case 'reopened':
      return 'reopen'
    case 'unassigned':
      return null
  }
}

/** GitHub knows labels in any case. */
function isLabel(label: string, wanted: string): boolean {
  return label.toLowerCase() === wanted.toLowerCase()
}

function deedsOfComment(
  { id, body, at: said, changedAt }: Extract<TimelineEntry, { kind: 'comment' }>,
  { by, at }: EntryPlace,
): OfEntry {
  if (changedAt > said) return { deeds: [], refused: [] }
  const { commands, refused } = readCommands(body)
  const deeds = commands.map((command): Deed => {
    if (command.kind === 'silence') {
      const until = new Date(Date.parse(at) + command.durationMs).toISOString()
      return { kind: 'silence', by, at, until, reason: command.reason }
    }
    return { kind: command.kind === 'escalate' ? 'push-on' : command.kind, by, at }
  })
  return { deeds, refused: refused.map((each) => ({ ...each, by, comment: id })) }
}
