import type { Severity } from './severity.js'

/** What became of an incident, in the words that paging services share. */
export type NoticeEvent = 'trigger' | 'acknowledge' | 'resolve'

export const noticeEvents: readonly NoticeEvent[] = ['trigger', 'acknowledge', 'resolve']

/**
 * What a paging service or a chat is told, in the words of none of them. All texts are plain and may hold anybody's
 * words: whoever sends them escapes and cuts them for the service.
 */
export interface Notice {
  readonly event: NoticeEvent
  /** The same incident has the same key for ever; at most 255 letters, digits, `-`, `_`, `.` and `:`. */
  readonly dedupKey: string
  /** One line. */
  readonly title: string
  /** Lines, without markup. */
  readonly text: string
  readonly severity: Severity
  /** `owner/name` of the repository. */
  readonly source: string
  /** What of it is affected; null: nobody says. */
  readonly component: string | null
  /** The most important first: it is the last thing to be left out where room is short. */
  readonly links: readonly NoticeLink[]
  readonly facts: readonly NoticeFact[]
  /** When it happened, not when it is told: ISO 8601, UTC. */
  readonly at: string
  /** What the target gave back for the first notice of this incident, see `ports/notifier`; null: this is the first. */
  readonly thread: string | null
}

export interface NoticeLink {
  readonly text: string
  /** http or https; anything else is left out. */
  readonly href: string
}

export interface NoticeFact {
  readonly name: string
  readonly value: string
}
