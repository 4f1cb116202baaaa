import type { LineRange } from '@testwarden/core/model/line-range'
import type { Outcome } from '@testwarden/core/model/outcome'
import type { Inline, Span } from '@testwarden/core/model/page'
import { escapeHtml, safeUrl } from '@testwarden/core/render/escape'
import { flattenInline, formatLocation, formatRanges } from '@testwarden/core/render/inline'

/** Where a place of the page leads: to a server, to lines on the page itself, or nowhere (null). */
export type PlaceLink = (path: string, range: LineRange | null) => string | null

/** Running text as HTML. */
export function inlineHtml(inline: Inline, linkOf: PlaceLink): string {
  return flattenInline(inline)
    .map((span) => spanHtml(span, linkOf))
    .join('')
}

/** The mark is a drawing of the style sheet; the word tells the outcome to everybody. */
export function outcomeHtml(outcome: Outcome): string {
  return `<span class="outcome ${outcome}">${outcome}</span>`
}

function spanHtml(span: string | Span, linkOf: PlaceLink): string {
  if (typeof span === 'string') return textHtml(span)
  switch (span.kind) {
    case 'code':
      return codeHtml(span.text)
    case 'strong':
      return `<strong>${escapeHtml(span.text)}</strong>`
    case 'link':
      return linkHtml(escapeHtml(span.text), safeUrl(span.url))
    case 'outcome':
      return outcomeHtml(span.outcome)
    case 'mention':
      return textHtml(`@${span.name}`)
    case 'location':
      return locationHtml(span.path, span.ranges, linkOf)
  }
}

function locationHtml(path: string, ranges: readonly LineRange[], linkOf: PlaceLink): string {
  const html = ranges.length > 1 ? `${codeHtml(path)} ${formatRanges(ranges)}` : codeHtml(formatLocation(path, ranges))
  return linkHtml(html, linkOf(path, ranges[0] ?? null))
}

/** A number and its percent sign stay on one line. */
function textHtml(text: string): string {
  return escapeHtml(text).replace(/(?<=\d) %/g, '\u00a0%')
}

/** Long paths and test names may break after their separators. */
function codeHtml(text: string): string {
  return `<code>${escapeHtml(text).replace(/(\/|::)(?=\w)/g, '$1<wbr>')}</code>`
}

function linkHtml(html: string, url: string | null): string {
  return url === null ? html : `<a href="${escapeHtml(url)}" rel="noreferrer">${html}</a>`
}
