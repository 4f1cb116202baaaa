import type { Notice } from '@testwarden/core/model/notice'
import type { Severity } from '@testwarden/core/model/severity'
import { breakNames, plainLine, plainLines } from '@testwarden/core/render/escape-chat'
import { fitText } from './fit-text.js'
import { headingOf } from './heading.js'
import { soundLinks } from './links.js'

/** What the workflow "Post to a channel when a webhook request is received" takes. */
export interface TeamsMessage {
  readonly type: 'message'
  readonly attachments: readonly [
    {
      readonly contentType: 'application/vnd.microsoft.card.adaptive'
      readonly contentUrl: null
      readonly content: AdaptiveCard
    },
  ]
}

export interface AdaptiveCard {
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json'
  readonly type: 'AdaptiveCard'
  /** The first with rich text; Teams shows nothing of cards beyond 1.4 from a webhook. */
  readonly version: '1.2'
  readonly msteams: { readonly width: 'full' }
  readonly body: readonly RichText[]
  readonly actions: readonly OpenUrl[]
}

/** Its runs have no Markdown and no mentions: the text is shown as it is (Adaptive Cards, TextRun). */
interface RichText {
  readonly type: 'RichTextBlock'
  readonly spacing?: 'None'
  readonly inlines: readonly TextRun[]
}

interface TextRun {
  readonly type: 'TextRun'
  readonly text: string
  readonly weight?: 'Bolder'
  readonly size?: 'Large'
  readonly color?: 'Attention' | 'Warning' | 'Accent' | 'Good'
}

interface OpenUrl {
  readonly type: 'Action.OpenUrl'
  readonly title: string
  readonly url: string
}

/** Teams takes 28,672 bytes of its own writing of the message, which was 4,400 more than 24,453 that were sent. */
const BUDGET_BYTES = 18 * 1024
const LINES_MAX = 60
const TITLE_MAX = 300
const FACTS_MAX = 12
const FACT_NAME_BYTES = 120
const FACT_VALUE_BYTES = 400
const LINKS_MAX = 4
const LINK_TITLE_BYTES = 120
/** All together: an address can grow to six times its length. */
const LINKS_BYTES = 5000
const COLOURS: Readonly<Record<Severity, NonNullable<TextRun['color']>>> = {
  critical: 'Attention',
  high: 'Attention',
  medium: 'Warning',
  low: 'Accent',
}

/** Heading, facts and links are always there; the text has the room that they leave. */
export function teamsMessage(notice: Notice): TeamsMessage {
  const [heading, facts, actions] = [headingBlock(notice), factBlocks(notice), linkActions(notice)]
  const frame = messageOf([heading, ...facts], actions)
  const text = textBlocks(notice.text, BUDGET_BYTES - expandedBytes(JSON.stringify(frame)))
  return messageOf([heading, ...text, ...facts], actions)
}

/** As a JSON text inside JSON, all that is not ASCII as escapes: more than any writing of it that was seen. */
export function expandedBytes(json: string): number {
  let bytes = 0
  for (let index = 0; index < json.length; index++) {
    const unit = json.charCodeAt(index)
    const isEscaped = unit === 0x22 || unit === 0x5c
    bytes += unit > 0x7e || "<>&'+".includes(json[index] ?? '') ? 6 : isEscaped ? 2 : 1
  }
  return bytes
}

function messageOf(body: readonly RichText[], actions: readonly OpenUrl[]): TeamsMessage {
  const content: AdaptiveCard = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.2',
    msteams: { width: 'full' },
    body,
    actions,
  }
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  }
}

function headingBlock(notice: Notice): RichText {
  const color = notice.event === 'resolve' ? 'Good' : COLOURS[notice.severity]
  const text = fitText(headingOf(notice), { max: TITLE_MAX * 6, encode: sound, size: textBytes })
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text, weight: 'Bolder', size: 'Large', color }] }
}

/** A block for each line: a break inside a run is not shown everywhere. */
function textBlocks(text: string, roomBytes: number): readonly RichText[] {
  const lines = plainLines(text.trim()).split('\n', LINES_MAX + 1)
  const blocks: RichText[] = []
  let left = roomBytes
  for (const line of lines.slice(0, LINES_MAX)) {
    const frame = blockBytes(lineBlock(''))
    const shown = fitText(line || ' ', { max: left - frame, encode: sound, size: textBytes })
    if (shown === '') break
    blocks.push(lineBlock(shown))
    left -= frame + textBytes(shown)
  }
  return text.trim() === '' ? [] : blocks
}

function lineBlock(text: string): RichText {
  return { type: 'RichTextBlock', spacing: 'None', inlines: [{ type: 'TextRun', text }] }
}

function factBlocks({ facts, source, component }: Notice): readonly RichText[] {
  const own = [
    { name: 'Source', value: source },
    ...(component === null ? [] : [{ name: 'Component', value: component }]),
  ]
  return [...own, ...facts].slice(0, FACTS_MAX).map(({ name, value }) => {
    const shownName = fitText(plainLine(name) || '-', { max: FACT_NAME_BYTES, encode: sound, size: textBytes })
    const shownValue = fitText(plainLine(value) || '-', { max: FACT_VALUE_BYTES, encode: sound, size: textBytes })
    return {
      type: 'RichTextBlock',
      spacing: 'None',
      inlines: [
        { type: 'TextRun', text: `${shownName}: `, weight: 'Bolder' },
        { type: 'TextRun', text: shownValue },
      ],
    }
  })
}

function linkActions(notice: Notice): readonly OpenUrl[] {
  const actions: OpenUrl[] = []
  let left = LINKS_BYTES
  for (const { text, href } of soundLinks(notice.links, LINKS_MAX)) {
    const title = fitText(text, { max: LINK_TITLE_BYTES, encode: sound, size: textBytes })
    const action: OpenUrl = { type: 'Action.OpenUrl', title, url: href }
    left -= expandedBytes(JSON.stringify(action))
    if (left >= 0) actions.push(action)
  }
  return actions
}

/** `{{DATE(…)}}` is the one thing that a run would compute. */
function sound(text: string): string {
  return breakNames(text).replaceAll('{{', '{\u200b{')
}

function textBytes(text: string): number {
  return expandedBytes(JSON.stringify(text)) - expandedBytes('""')
}

function blockBytes(block: RichText): number {
  return expandedBytes(`,${JSON.stringify(block)}`)
}
