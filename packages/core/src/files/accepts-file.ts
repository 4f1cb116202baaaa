import * as v from 'valibot'
import type { WrittenAccept } from '../model/accept.js'
import { parseDecimal } from '../model/decimal.js'
import { ConfigurationError } from '../model/errors.js'

/** No project excuses so much; a longer list is a mistake or an attack. */
const ENTRIES_MAX = 500

/** One line or a few, with something to read in it. */
const textSchema = v.pipe(v.string(), v.regex(/\S/), v.maxLength(500))

const entrySchema = v.strictObject({
  rule: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/), v.description('Id of the rule, such as patch-line.')),
  subject: v.optional(
    v.pipe(textSchema, v.description('Which of several the rule judges, such as the files of a critical module.')),
  ),
  limit: v.pipe(
    v.union([
      v.pipe(v.number(), v.minValue(0), v.maxValue(1e15)),
      v.pipe(v.string(), v.regex(/^\d{1,15}(?:\.\d{1,15})?\s?%?$/)),
    ]),
    v.description('The limit that counts instead, in the unit of the rule.'),
  ),
  reason: v.pipe(textSchema, v.description('Why, for those who review it and those who find it later.')),
  author: v.pipe(textSchema, v.description('Who answers for it.')),
  expires: v.pipe(
    v.string(),
    v.isoDate(),
    v.description('The last day on which the entry counts, such as 2026-12-31 (UTC).'),
  ),
})

/** `.github/testwarden/accepted.yml` after YAML. */
export const acceptsFileSchema = v.pipe(v.array(entrySchema), v.maxLength(ENTRIES_MAX))

/** A parsed file with the way back to its lines. */
export interface AcceptsDocument {
  readonly path: string
  readonly root: unknown
  lineOf(path: readonly (string | number)[]): number | null
}

/** @throws ConfigurationError for the first entry that is wrong */
export function readAccepts(document: AcceptsDocument): readonly WrittenAccept[] {
  const { path, root, lineOf } = document
  const parsed = v.safeParse(acceptsFileSchema, root ?? [])
  if (!parsed.success) throw wrongEntry(document, parsed.issues[0])
  const limitText = (limit: number | string, index: number): string => {
    const text = String(limit).replace(/\s?%$/, '')
    if (parseDecimal(text) !== null) return text
    throw wrong(document, [index, 'limit'], `${text} is no plain decimal`)
  }
  return parsed.output.map(({ rule, subject, limit, reason, author, expires }, index) => ({
    rule,
    subject: subject?.trim() ?? null,
    limit: limitText(limit, index),
    reason: reason.trim(),
    author: author.trim(),
    expires,
    path,
    line: lineOf([index]),
  }))
}

function wrongEntry(document: AcceptsDocument, issue: v.BaseIssue<unknown>): ConfigurationError {
  const keys = (issue.path ?? []).map(({ key }) => key).filter(isKey)
  return wrong(document, keys, issue.message)
}

function isKey(key: unknown): key is string | number {
  return typeof key === 'number' || typeof key === 'string'
}

function wrong(
  { path, lineOf }: AcceptsDocument,
  keys: readonly (string | number)[],
  message: string,
): ConfigurationError {
  const line = lineOf(keys) ?? lineOf(keys.slice(0, 1))
  const place = keys.length === 0 ? 'the file' : `entry ${Number(keys[0]) + 1}${keys.length > 1 ? `, ${keys[1]}` : ''}`
  return new ConfigurationError(`The accepts cannot be used: ${place} is wrong: ${message}.`, {
    path,
    remedy: 'Each entry has rule, limit, reason, author and expires (a day such as 2026-12-31), and may have subject.',
    ...(line === null ? {} : { line }),
  })
}
