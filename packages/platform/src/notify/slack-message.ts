import type { Notice } from '@testwarden/core/model/notice'
import { breakNames, escapeSlack, plainLine } from '@testwarden/core/render/escape-chat'
import { fitText } from './fit-text.js'
import { headingOf } from './heading.js'
import { soundLinks } from './links.js'

/** What an incoming webhook and chat.postMessage take alike (docs.slack.dev, "Block Kit"). */
export interface SlackMessage {
  /** For notifications, which show no blocks; mrkdwn too. */
  readonly text: string
  readonly blocks: readonly SlackBlock[]
  readonly unfurl_links: false
  readonly unfurl_media: false
}

export type SlackBlock =
  | { readonly type: 'header'; readonly text: PlainText }
  | { readonly type: 'section'; readonly text: MarkupText }
  | { readonly type: 'section'; readonly fields: readonly MarkupText[] }
  | { readonly type: 'context'; readonly elements: readonly MarkupText[] }

interface PlainText {
  readonly type: 'plain_text'
  readonly text: string
  readonly emoji: false
}

/** `verbatim`: Slack looks for no names, channels and addresses in it by itself. */
interface MarkupText {
  readonly type: 'mrkdwn'
  readonly text: string
  readonly verbatim: true
}

/** Characters as they are sent, entities and escapes of JSON included. A header may have 150, a text 3,000, a field 2,000. */
const HEADER_MAX = 150
const TEXT_MAX = 2800
const FACT_MAX = 300
/** A section has at most so many fields. */
const FACTS_MAX = 10
const LINKS_MAX = 8
const LINK_TEXT_MAX = 100
/** A text object has 3,000, and what is left of this much is for the first link. */
const LINKS_TEXT_MAX = 2000
const FALLBACK_MAX = 600

/**
 * One message for one notice. All blocks together stay below 10,500 characters: Slack refuses more than some 13,000, by a
 * count that it does not publish (slackapi/bolt-js#2509, #2867).
 */
export function slackMessage(notice: Notice): SlackMessage {
  const heading = headingOf(notice)
  return {
    text: fallbackOf(notice),
    blocks: [
      { type: 'header', text: plainText(fitText(heading, { max: HEADER_MAX, encode: breakNames, size: jsonLength })) },
      ...textBlocks(notice),
      ...factBlocks(notice),
      ...linkBlocks(notice),
    ],
    unfurl_links: false,
    unfurl_media: false,
  }
}

/** What changed, for the thread of the incident's message. */
export function slackTransition(notice: Notice): Omit<SlackMessage, 'blocks'> {
  const text = fitText(notice.text.trim(), { max: TEXT_MAX - FALLBACK_MAX, encode: escapeSlack, size: jsonLength })
  return {
    text: [fallbackOf(notice), ...(text === '' ? [] : [text])].join('\n'),
    unfurl_links: false,
    unfurl_media: false,
  }
}

function fallbackOf(notice: Notice): string {
  return fitText(headingOf(notice), { max: FALLBACK_MAX, encode: escapeSlack, size: jsonLength })
}

function textBlocks({ text }: Notice): readonly SlackBlock[] {
  const shown = fitText(text.trim(), { max: TEXT_MAX, encode: escapeSlack, size: jsonLength })
  return shown.trim() === '' ? [] : [{ type: 'section', text: markup(shown) }]
}

function factBlocks({ facts, source, component }: Notice): readonly SlackBlock[] {
  const own = [
    { name: 'Source', value: source },
    ...(component === null ? [] : [{ name: 'Component', value: component }]),
  ]
  const fields = [...own, ...facts].slice(0, FACTS_MAX).map(({ name, value }) => {
    const line = (text: string): string => plainLine(text) || '-'
    return markup(
      `*${fitText(line(name), { max: 100, encode: escapeSlack, size: jsonLength })}*\n${fitText(line(value), { max: FACT_MAX, encode: escapeSlack, size: jsonLength })}`,
    )
  })
  return [{ type: 'section', fields }]
}

function linkBlocks(notice: Notice): readonly SlackBlock[] {
  const shown: string[] = []
  let left = LINKS_TEXT_MAX
  for (const { text, href } of soundLinks(notice.links, LINKS_MAX)) {
    const label = fitText(text, { max: LINK_TEXT_MAX, encode: escapeSlack, size: jsonLength })
    const link = `<${href.replaceAll('&', '&amp;')}|${label}>`
    left -= link.length + 3
    if (left >= 0) shown.push(link)
  }
  return shown.length === 0 ? [] : [{ type: 'context', elements: [markup(shown.join(' · '))] }]
}

function plainText(text: string): PlainText {
  return { type: 'plain_text', text, emoji: false }
}

function markup(text: string): MarkupText {
  return { type: 'mrkdwn', text, verbatim: true }
}

function jsonLength(text: string): number {
  return JSON.stringify(text).length - '""'.length
}
