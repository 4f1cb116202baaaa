import { ACCEPTS_PATH } from '@testwarden/core/limits/accept'
import type { Accept } from '@testwarden/core/model/accept'
import type { Files } from '@testwarden/core/ports/files'
import { MAX_ACCEPTS_BYTES, parseAccepts } from './read-accepts.js'

const HEADER = ` Limits that may be broken for a while, each with its reason and its last day.
 Written by \`testwarden accept\`; an entry that the base branch lacks needs the label \`testwarden-accepted\`.`

/** What became of an entry, and where it stands in the file. */
export interface AppendedAccept {
  readonly outcome: 'appended' | 'already-there'
  readonly line: number | null
}

/**
 * Adds an entry to the end of the accepts file. Comments and the form of what is there stay as they are.
 * @throws ConfigurationError when the file is ill-formed, or would be with the entry
 * @throws PlatformError when it cannot be written
 */
export async function appendAccept(files: Files, accept: Accept): Promise<AppendedAccept> {
  const source = (await files.readText(ACCEPTS_PATH, MAX_ACCEPTS_BYTES)) ?? ''
  const known = (await parseAccepts(source)).find((other) => isSame(other, accept))
  if (known !== undefined) return { outcome: 'already-there', line: known.line }
  const text = await withEntry(source, accept)
  const written = await parseAccepts(text)
  await files.write(ACCEPTS_PATH, text)
  return { outcome: 'appended', line: written.at(-1)?.line ?? null }
}

function isSame(left: Accept, right: Accept): boolean {
  return (['rule', 'subject', 'limit', 'expires'] as const).every((key) => left[key] === right[key])
}

async function withEntry(source: string, { rule, subject, limit, reason, author, expires }: Accept): Promise<string> {
  const { Document, isSeq, parseDocument } = await import('yaml')
  const document: InstanceType<typeof Document> = parseDocument(source)
  const number = Number(limit)
  const value = {
    rule,
    ...(subject === null ? {} : { subject }),
    limit: String(number) === limit ? number : limit,
    reason,
    author,
    expires,
  }
  if (isSeq(document.contents)) document.contents.add(document.createNode(value))
  else document.contents = document.createNode([value])
  if (source.trim() === '') document.commentBefore = HEADER
  return document.toString({ lineWidth: 0 })
}
