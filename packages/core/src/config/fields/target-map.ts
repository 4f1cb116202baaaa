import { noticeEvents } from '../../model/notice.js'
import { SEVERITIES } from '../../model/severity.js'
import { type JsonTemplate, type NoticeWords, placeholders, presetNames, type WebhookMap } from '../../model/target.js'
import { isMapping } from '../layer.js'
import { suggest } from '../suggest.js'

/** Names that `map` can be, beside a map of fields. */
export const mapNames: readonly string[] = ['cloudevents', 'cloudevents-binary', ...presetNames]

const DEPTH_MAX = 8
const PLACEHOLDER = /\{\{\s*([A-Za-z]{1,40})\s*\}\}/g

/** A fault is a sentence of what is wrong. */
export type ParsedPart<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: string }

/** What stands under `map` and `words` of a webhook. */
export function parseTargetMap(map: unknown, words: unknown): ParsedPart<WebhookMap> {
  if (typeof map === 'string') return parseNamed(map, words)
  if (!isMapping(map))
    return { ok: false, fault: `needs a \`map\`: one of ${mapNames.join(', ')}, or fields of its own` }
  const fault = faultOf(map, 0)
  if (fault !== null) return { ok: false, fault }
  const parsed = parseWords(words)
  if (!parsed.ok) return parsed
  return { ok: true, value: { kind: 'fields', fields: map as JsonTemplate, words: parsed.value } }
}

function parseNamed(map: string, words: unknown): ParsedPart<WebhookMap> {
  if (words !== undefined) return { ok: false, fault: '`words` belongs to a map of fields' }
  if (map === 'cloudevents') return { ok: true, value: { kind: 'cloudevents', mode: 'structured' } }
  if (map === 'cloudevents-binary') return { ok: true, value: { kind: 'cloudevents', mode: 'binary' } }
  const preset = presetNames.find((name) => name === map)
  if (preset !== undefined) return { ok: true, value: { kind: 'preset', preset } }
  return { ok: false, fault: `has no map ${JSON.stringify(map.slice(0, 60))}${didYouMean(map, mapNames)}` }
}

/** null: nothing is wrong. What YAML read is a tree, but aliases can make it huge. */
function faultOf(node: unknown, depth: number): string | null {
  if (depth > DEPTH_MAX) return `has a map deeper than ${DEPTH_MAX} levels`
  if (typeof node === 'string') return textFault(node)
  if (node === null || typeof node === 'boolean' || Number.isFinite(node)) return null
  if (!Array.isArray(node) && !isMapping(node)) return 'has a map with a value that JSON does not have'
  for (const value of Object.values(node)) {
    const fault = faultOf(value, depth + 1)
    if (fault !== null) return fault
  }
  return null
}

function textFault(text: string): string | null {
  const known: readonly string[] = [...placeholders.text, ...placeholders.other]
  for (const [whole, name = ''] of text.matchAll(PLACEHOLDER)) {
    if (!known.includes(name)) return `has no placeholder {{${name}}}${didYouMean(name, known)}`
    const isText = placeholders.text.some((each) => each === name)
    if (!isText && text.trim() !== whole) return `can put {{${name}}} only alone, because it is no text`
  }
  return null
}

function parseWords(raw: unknown): ParsedPart<NoticeWords> {
  const groups = raw ?? {}
  if (!isMapping(groups)) return { ok: false, fault: 'needs `words` as `{event: {…}, severity: {…}}`' }
  const unknown = Object.keys(groups).find((name) => name !== 'event' && name !== 'severity')
  if (unknown !== undefined) return { ok: false, fault: `has no \`words\` for ${unknown}, only for event and severity` }
  const [event, severity] = [readWords(groups.event, noticeEvents), readWords(groups.severity, SEVERITIES)]
  if (event === null || severity === null)
    return { ok: false, fault: `needs texts in \`words\`, for ${[...noticeEvents, ...SEVERITIES].join(', ')}` }
  return { ok: true, value: { event, severity } }
}

function readWords<Word extends string>(
  raw: unknown,
  known: readonly Word[],
): Partial<Readonly<Record<Word, string>>> | null {
  const group = raw ?? {}
  if (!isMapping(group) || Object.keys(group).some((name) => !known.some((word) => word === name))) return null
  if (!Object.values(group).every((word) => typeof word === 'string')) return null
  return group as Partial<Record<Word, string>>
}

function didYouMean(word: string, known: readonly string[]): string {
  const near = suggest(word, known)
  return near === null ? `: it knows ${known.join(', ')}` : `: did you mean ${near}?`
}
