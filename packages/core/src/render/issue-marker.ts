import { createHash } from 'node:crypto'
import type { IssueMarker } from '../model/issue.js'

/** More than these would make the line longer than anybody wants to store; the first ones are kept. */
const KEYS_MAX = 100
const ABOUT_MAX = 400
const LINE_CHARACTERS_MAX = 20_000
const MARKER =
  /^<!-- testwarden-issue:([a-z][a-z0-9-]{0,63}) state=([a-z-]{1,40}) run=(\d{0,20}) keys=([a-z0-9_.,:-]*) about=([a-z0-9_.,:-]*) sum=([0-9a-f]{16}) -->$/
const WORD = /^[a-z0-9_.:-]{1,80}$/

/** What stands in the body of an issue of ours. */
export interface MarkedIssue {
  readonly marker: IssueMarker
  /** See {@link textDigest}. */
  readonly digest: string
}

/** The body of an issue: the marker, invisible on GitHub, then the text in Markdown. Words that are no ids are left out. */
export function markedBody(marker: IssueMarker, markdown: string): string {
  const line = fieldsOf(marker)
  return `<!-- testwarden-issue:${line} sum=${shortHash(line)} -->\n\n${markdown.trim()}\n`
}

/**
 * null: not an issue of ours, or its marker was damaged. Only the first line counts, so whoever quotes an issue does not
 * become it. The sum finds what was changed by accident; who wrote the issue must be checked beside this.
 */
export function readMarkedBody(body: string): MarkedIssue | null {
  const end = body.indexOf('\n')
  const first = end < 0 ? body : body.slice(0, end)
  const match = first.length > LINE_CHARACTERS_MAX ? null : MARKER.exec(first.trim())
  if (match === null) return null
  const [, action = '', state = '', run = '', keys = '', about = '', sum] = match
  const marker = { action, state, run, keys: wordsOf(keys), about: wordsOf(about) }
  if (shortHash(fieldsOf(marker)) !== sum) return null
  return { marker, digest: textDigest(end < 0 ? '' : body.slice(end)) }
}

/** Equal for texts that say the same, whatever their line ends. */
export function textDigest(markdown: string): string {
  return shortHash(markdown.replace(/\r\n?/g, '\n').trim())
}

/** A name for a text in a marker, which holds no text itself. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** Whether two issues are about the same. */
export function isSameSubject(left: IssueMarker, right: IssueMarker): boolean {
  const keys = new Set(left.keys)
  return left.action === right.action && right.keys.some((key) => keys.has(key))
}

function fieldsOf({ action, state, run, keys, about }: IssueMarker): string {
  const number = /^\d{1,20}$/.test(run) ? run : ''
  return `${action} state=${state} run=${number} keys=${listOf(keys, KEYS_MAX)} about=${listOf(about, ABOUT_MAX)}`
}

function listOf(words: readonly string[], max: number): string {
  // Two hyphens in a row could end the comment.
  const sound = words.filter((word) => WORD.test(word) && !word.includes('--'))
  return [...new Set(sound)].slice(0, max).join(',')
}

function wordsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(',')
}
