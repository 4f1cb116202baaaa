import type { LineRange } from '@testwarden/core/model/line-range'
import type { Outcome } from '@testwarden/core/model/outcome'
import type { Inline, Span } from '@testwarden/core/model/page'
import { escapeHtml, safeUrl } from '@testwarden/core/render/escape'
import { flattenInline, formatLocation, formatRanges } from '@testwarden/core/render/inline'
import { type BlobBase, blobLink } from '@testwarden/core/render/links'

/** Running text as HTML. `blobs: null` leaves places without links. */
export function inlineHtml(inline: Inline, blobs: BlobBase | null): string {
  return flattenInline(inline)
    .map((span) => spanHtml(span, blobs))
    .join('')
}

/** The mark is a drawing of the style sheet; the word tells the outcome to everybody. */
export function outcomeHtml(outcome: Outcome): string {
  return `<span class="outcome ${outcome}">${outcome}</span>`
}

function spanHtml(span: string | Span, blobs: BlobBase | null): string {
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
    case 'location':
      return locationHtml(span.path, span.ranges, blobs)
  }
}

function locationHtml(path: string, ranges: readonly LineRange[], blobs: BlobBase | null): string {
  const html = ranges.length > 1 ? `${codeHtml(path)} ${formatRanges(ranges)}` : codeHtml(formatLocation(path, ranges))
  return linkHtml(html, blobs === null ? null : blobLink(blobs, path, ranges[0] ?? null))
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
