import type { Notice } from '@testwarden/core/model/notice'
import type { NoticeWords, Placeholder } from '@testwarden/core/model/target'
import { escapeDiscord, plainLine, plainLines } from '@testwarden/core/render/escape-chat'
import { fitText } from './fit-text.js'
import { soundLinks } from './links.js'

/** How much of a notice a service takes. Lengths are characters as they are sent. */
export interface NoticeLimits {
  readonly title: number
  readonly text: number
  readonly facts: number
  readonly factName: number
  readonly factValue: number
  readonly links: number
  readonly source: number
}

/** For a receiver that names none: what every queue on the way forwards. */
export const assumedLimits: NoticeLimits = {
  title: 500,
  text: 15_000,
  facts: 30,
  factName: 100,
  factValue: 500,
  links: 10,
  source: 255,
}

/** What the receiver takes for markup. */
export type Markup = 'none' | 'discord'

export interface Wording {
  readonly words: NoticeWords
  readonly limits: NoticeLimits
  readonly markup: Markup
}

/** A JSON value for every placeholder. Texts without a value are null, and never an empty text that a service refuses. */
export type NoticeValues = Readonly<Record<Placeholder, unknown>>

const SHORT_MAX = 255

export function noticeValues(notice: Notice, { words, limits, markup }: Wording): NoticeValues {
  const encode = markup === 'discord' ? escapeDiscord : plainLines
  const lines = (text: string, max: number): string => fitText(text.trim(), { max, encode })
  const line = (text: string, max: number): string => lines(plainLine(text), max)
  const { event, severity, dedupKey, at } = notice
  const links = soundLinks(notice.links, limits.links)
  const facts = notice.facts.slice(0, limits.facts).map(({ name, value }) => ({
    name: line(name, limits.factName) || '-',
    value: lines(value, limits.factValue) || '-',
  }))
  return {
    event: words.event[event] ?? event,
    severity: words.severity[severity] ?? severity,
    title: line(notice.title, limits.title) || 'Incident',
    text: lines(notice.text, limits.text) || null,
    dedupKey,
    // A name on GitHub has nothing to escape, and it also stands where a service knows no markup.
    source: fitText(plainLine(notice.source), { max: limits.source }) || 'unknown',
    component: line(notice.component ?? '', SHORT_MAX) || null,
    url: links[0]?.href ?? null,
    at,
    links,
    facts,
    details: Object.fromEntries(facts.map(({ name, value }) => [name, value])),
  }
}
