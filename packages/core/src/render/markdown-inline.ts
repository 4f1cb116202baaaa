import type { Inline, Span } from '../model/page.js'
import { escapeMarkdown, escapeMarkdownCode, guardLineStart, safeUrl } from './escape.js'
import { flattenInline, formatLocation, formatRanges, OUTCOME_MARKS } from './inline.js'
import { type BlobBase, blobLink } from './links.js'

/** Running text as a line of Markdown of its own: a paragraph or an item of a list. */
export function lineMarkdown(inline: Inline, blobs: BlobBase | null): string {
  return guardLineStart(inlineMarkdown(inline, blobs))
}

/** Running text as Markdown inside a line, such as a cell or a heading. `blobs: null` leaves places without links. */
export function inlineMarkdown(inline: Inline, blobs: BlobBase | null): string {
  let markdown = ''
  for (const span of flattenInline(inline)) {
    const next = spanMarkdown(span, { blobs, before: markdown })
    markdown += MENTION_END.test(markdown) && GOES_ON.test(next) ? ` ${next}` : next
  }
  return markdown.trim()
}

/** What GitHub takes for a login, or for an organization and one of its teams. */
const MENTIONABLE = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\/[A-Za-z0-9][\w.-]{0,99})?$/
/** A mention of ours, or an `@` that ends a text: inside of texts something invisible stands behind each. */
const MENTION_END = /@[\w./-]{0,140}$/
/** What touches a mention must not make it somebody else's. */
const GOES_ON = /^(?:[\w/\\@-]|\.\w)/

interface SpanContext {
  readonly blobs: BlobBase | null
  readonly before: string
}

function spanMarkdown(span: string | Span, { blobs, before }: SpanContext): string {
  if (typeof span === 'string') return escapeMarkdown(span)
  switch (span.kind) {
    case 'code':
      // Two code spans that touch would become one.
      return before.endsWith('`') ? ` ${escapeMarkdownCode(span.text)}` : escapeMarkdownCode(span.text)
    case 'strong':
      return strongMarkdown(span.text, before)
    case 'link':
      return linkMarkdown(escapeMarkdown(span.text), safeUrl(span.url))
    case 'outcome':
      return `${OUTCOME_MARKS[span.outcome]} ${span.outcome}`
    case 'mention':
      return MENTIONABLE.test(span.name) ? `@${span.name}` : escapeMarkdown(`@${span.name}`)
    case 'location':
      return locationMarkdown(span, blobs)
  }
}

/** Asterisks make bold only between letters; the element always does. */
function strongMarkdown(text: string, before: string): string {
  const isPlain = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u.test(text) && !before.endsWith('*')
  return isPlain ? `**${escapeMarkdown(text)}**` : `<strong>${escapeMarkdown(text)}</strong>`
}

function linkMarkdown(markdown: string, url: string | null): string {
  return url === null ? markdown : `[${markdown}](${url.replaceAll('&', '&amp;')})`
}

/** One place is `path:line`, so that it can be copied; several are the path and then the lines. */
function locationMarkdown(span: Span & { readonly kind: 'location' }, blobs: BlobBase | null): string {
  const { path, ranges } = span
  const text =
    ranges.length > 1
      ? `${escapeMarkdownCode(path)} ${formatRanges(ranges)}`
      : escapeMarkdownCode(formatLocation(path, ranges))
  return linkMarkdown(text, blobs === null ? null : blobLink(blobs, path, ranges[0] ?? null))
}
