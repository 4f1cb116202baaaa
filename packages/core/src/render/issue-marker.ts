import { createHash } from 'node:crypto'
import type { IssueMarker } from '../model/issue.js'

/** More than these would make the line longer than anybody wants to store; the first ones are kept. */
const KEYS_MAX = 100
const ABOUT_MAX = 400
const LINE_CHARACTERS_MAX = 20_000
const MARKER =
  /^<!-- testwarden-issue:([a-z][a-z0-9-]{0,63}) state=([a-z-]{1,40}) run=(\d{0,20}) keys=([a-z0-9_.,:-]*) about=([a-z0-9_.,:-]*) sum=([0-9a-f]{16}) -->$/
/** The id of a message in hexadecimal digits, with the name of whom it was sent to, is a long word. */
const WORD = /^[a-z0-9_.:-]{1,200}$/
const KEY = /(?<![\w-])([a-z]{1,20}-)[0-9a-f]{32}(?![\w-])/g
const SEARCHED_CHARACTERS_MAX = 20_000

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

/** Names all that a marker says: whoever finds another one than it read knows that somebody wrote in between. */
export function markerSum(marker: IssueMarker): string {
  return shortHash(fieldsOf(marker))
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

/**
 * An issue whose marker somebody damaged or removed: all that is known of it are the keys that still stand anywhere in it.
 * null: none does.
 * @param keyPrefix see `ListIssues.keyPrefix`
 */
export function readDamagedBody(
  body: string,
  { action, keyPrefix }: { readonly action: string; readonly keyPrefix: string },
): MarkedIssue | null {
  const found = [...body.slice(0, SEARCHED_CHARACTERS_MAX).matchAll(KEY)].filter(([, prefix]) => prefix === keyPrefix)
  const keys = [...new Set(found.map(([key]) => key))].slice(0, KEYS_MAX)
  if (keys.length === 0) return null
  return { marker: { action, keys, state: 'open', about: [], run: '' }, digest: textDigest(body) }
}

/** `inc-` of `inc-` and 32 hexadecimal digits, see `ListIssues.keyPrefix`; null: it is a key of another kind. */
export function keyPrefixOf(key: string): string | null {
  return /^([a-z]{1,20}-)[0-9a-f]{32}$/.exec(key)?.[1] ?? null
}

/** What stands below the marker, or all of a body without one; line ends are those of Unix. */
export function textOfBody(body: string): string {
  const end = readMarkedBody(body) === null ? 0 : body.indexOf('\n')
  return steadyText(end < 0 ? '' : body.slice(end))
}

/** Equal for texts that say the same, whatever their line ends. */
export function textDigest(markdown: string): string {
  return shortHash(steadyText(markdown))
}

function steadyText(markdown: string): string {
  return markdown.replace(/\r\n?/g, '\n').trim()
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

/** Whether a marker can hold it. */
export function isMarkerWord(word: string): boolean {
  // Two hyphens in a row could end the comment.
  return WORD.test(word) && !word.includes('--')
}

function listOf(words: readonly string[], max: number): string {
  const sound = words.filter(isMarkerWord)
  return [...new Set(sound)].slice(0, max).join(',')
}

function wordsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(',')
}
