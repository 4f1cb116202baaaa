import * as v from 'valibot'
import type { WrittenAccept } from '../model/accept.js'
import { ConfigurationError } from '../model/errors.js'

export const ACCEPTS_PATH = '.github/testwarden/accepted.yml'

/** No project excuses so much; a longer list is a mistake or an attack. */
const ENTRIES_MAX = 500

const textSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500))

const entrySchema = v.strictObject({
  rule: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/), v.description('Id of the rule, such as patch-line.')),
  subject: v.optional(
    v.pipe(textSchema, v.description('Which of several the rule judges, such as the files of a critical module.')),
  ),
  limit: v.pipe(
    v.union([v.number(), v.string()]),
    v.transform((limit) => String(limit).replace(/\s*%$/, '').trim()),
    v.regex(/^\d{1,15}(?:\.\d{1,15})?$/),
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
  return parsed.output.map(({ subject, ...entry }, index) => ({
    ...entry,
    subject: subject ?? null,
    path,
    line: lineOf([index]),
  }))
}

function wrongEntry({ path, lineOf }: AcceptsDocument, issue: v.BaseIssue<unknown>): ConfigurationError {
  const keys = (issue.path ?? [])
    .map(({ key }) => key)
    .filter((key) => typeof key === 'number' || typeof key === 'string')
  const line = lineOf(keys) ?? lineOf(keys.slice(0, 1))
  const place = keys.length === 0 ? 'the file' : `entry ${Number(keys[0]) + 1}${keys.length > 1 ? `, ${keys[1]}` : ''}`
  return new ConfigurationError(`The accepts cannot be used: ${place} is wrong: ${issue.message}.`, {
    path,
    remedy: 'Each entry has rule, limit, reason, author and expires (a day such as 2026-12-31), and may have subject.',
    ...(line === null ? {} : { line }),
  })
}
