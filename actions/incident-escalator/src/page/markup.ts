import type { RunContext } from '@testwarden/core/model/evidence'
import type { Inline, Section } from '@testwarden/core/model/page'
import { fitMarkdown } from '@testwarden/core/render/fit'
import { blobBaseOf } from '@testwarden/core/render/links'
import { lineMarkdown } from '@testwarden/core/render/markdown-inline'
import type { Redact } from '@testwarden/core/render/redact'

/** What writing Markdown of this issue needs. */
export interface Writing {
  readonly run: RunContext
  readonly redact: Redact
}

/**
 * Redacted once more, though their texts are: whoever writes the issue does it too, and what stands there is compared
 * with this.
 */
export function sectionsMarkdown(sections: readonly Section[], { run, redact }: Writing, limit: number): string {
  const size = { limit, measure: (text: string) => redact(text).length }
  return redact(fitMarkdown(sections, { blobs: blobBaseOf(run), size }).markdown)
}

/** One line, such as an item of a list. */
export function inlineLine(inline: Inline, { redact }: Pick<Writing, 'redact'>): string {
  return redact(lineMarkdown(inline, null))
}
