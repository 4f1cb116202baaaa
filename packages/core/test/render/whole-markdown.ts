import type { Section } from '../../src/model/page.js'
import { fitMarkdown } from '../../src/render/fit.js'
import type { BlobBase } from '../../src/render/links.js'

/** Sections as GitHub Markdown, all of them. `blobs: null` leaves places without links. */
export function renderMarkdown(sections: readonly Section[], blobs: BlobBase | null): string {
  return fitMarkdown(sections, { blobs, size: { limit: Number.POSITIVE_INFINITY, measure: (text) => text.length } })
    .markdown
}
