import type { RunContext } from '../model/evidence.js'
import type { IssueMarker } from '../model/issue.js'
import type { Section } from '../model/page.js'
import { clip } from './clip.js'
import { escapeTerminal } from './escape.js'
import { fitMarkdown } from './fit.js'
import { markedBody, textDigest } from './issue-marker.js'
import { blobBaseOf } from './links.js'
import type { Redact } from './redact.js'

/** GitHub takes 65,536 characters of a body, and 256 of a title. */
const TEXT_CHARACTERS_MAX = 40_000
const TITLE_CHARACTERS_MAX = 200

export interface IssueText {
  readonly sections: readonly Section[]
  readonly run: RunContext
  readonly redact: Redact
}

/** The whole body of an issue, and how a later run sees whether it still says this. */
export interface IssueBody {
  readonly body: string
  /** See `KnownIssue.digest`. */
  readonly digest: string
}

/** Every text passes the escaping of Markdown here; what does not fit is left out between rows and sections. */
export function issueBody(marker: IssueMarker, text: IssueText): IssueBody {
  const markdown = issueMarkdown(text)
  return { body: markedBody(marker, markdown), digest: textDigest(markdown) }
}

/** Text of an issue or of a comment on it. */
export function issueMarkdown({ sections, run, redact }: IssueText): string {
  const size = { limit: TEXT_CHARACTERS_MAX, measure: (text: string) => text.length }
  // Redacted before it is compared with what stands there: the writing of it would redact it anyway.
  return redact(fitMarkdown(sections, { blobs: blobBaseOf(run), size }).markdown)
}

/** A title is no Markdown: one line without characters that nobody sees. */
export function issueTitle(text: string, redact: Redact): string {
  return clip(escapeTerminal(redact(text).replace(/\s+/g, ' ').trim()), TITLE_CHARACTERS_MAX)
}

/** What is left of an issue that was full. Its comments stay. */
export function continuedBody(next: number): string {
  return `It goes on in #${next}, as this issue takes no more comments.\n`
}

/** What is left of an issue that another one about the same came before. It bears no marker, so nobody keeps it any more. */
export function twinBody(older: number): string {
  return `The same as #${older}, which tells of it.\n`
}
