import type { Field, InnerFault, Parsed } from '@testwarden/core/config/field'
import type { FieldDetails } from '@testwarden/core/config/fields/field-details'
import { parseTextList } from '@testwarden/core/config/fields/globs'
import { isMapping } from '@testwarden/core/config/layer'
import { checkRules } from '@testwarden/failures/categories/check-rules'
import { type OwnRule, withOwnRules } from '@testwarden/failures/categories/own-rules'

const MOST = 100
const TEXT = { type: 'string', pattern: '\\S' }
const TEXTS = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }
const KEYS: readonly string[] = ['id', 'title', 'pattern', 'advice', 'examples', 'counterexamples']
const EXPECTED = 'a list of `{id, title, pattern, advice, examples, counterexamples}`'

/** What the user knows of failures. A rule whose own examples do not hold is refused: they are its tests. */
export function failureRules(
  details: Omit<FieldDetails<readonly OwnRule[]>, 'fallback' | 'input'>,
): Field<readonly OwnRule[]> {
  return {
    ...details,
    type: 'field',
    fallback: [],
    fallbackText: '',
    input: null,
    stricter: null,
    jsonSchema: {
      type: 'array',
      maxItems: MOST,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'title', 'pattern', 'advice', 'examples'],
        properties: { id: TEXT, title: TEXT, pattern: TEXT, advice: TEXT, examples: TEXTS, counterexamples: TEXTS },
      },
    },
    parse: parseRules,
    toText: (rules) => rules.map(({ id }) => id).join(', ') || 'none',
  }
}

function parseRules(raw: unknown): Parsed<readonly OwnRule[]> {
  if (!Array.isArray(raw) || raw.length > MOST) return { ok: false, expected: EXPECTED }
  const rules: OwnRule[] = []
  for (const [index, item] of raw.entries()) {
    const rule = parseRule(item)
    if (!('pattern' in rule)) return { ok: false, expected: EXPECTED, fault: { ...rule, path: [String(index)] } }
    rules.push(rule)
  }
  const [fault] = checkRules(withOwnRules(rules, []))
  if (fault === undefined) return { ok: true, value: rules }
  const message = `Of the failure rules, ${fault}.`
  return { ok: false, expected: EXPECTED, fault: { path: [], message, remedy: 'Mend the rule or its examples.' } }
}

function parseRule(item: unknown): OwnRule | Omit<InnerFault, 'path'> {
  const remedy = `Write ${EXPECTED}.`
  if (!isMapping(item)) return { message: 'A failure rule needs keys.', remedy }
  const unknown = Object.keys(item).find((key) => !KEYS.includes(key))
  if (unknown !== undefined) return { message: `A failure rule has no key ${unknown}.`, remedy }
  const { id, title, pattern, advice } = item
  const [examples, counterexamples] = [parseTextList(item.examples ?? []), parseTextList(item.counterexamples ?? [])]
  const isTold = [id, title, pattern, advice].every((text) => typeof text === 'string' && text.trim() !== '')
  if (!isTold || !examples.ok || !counterexamples.ok) return { message: 'A failure rule lacks something.', remedy }
  if (examples.value.length === 0)
    return {
      message: `The failure rule ${String(id)} has no example.`,
      remedy: 'Write at least one text that it must take: examples are its tests.',
    }
  return {
    id: String(id),
    title: String(title),
    pattern: String(pattern),
    advice: String(advice),
    examples: examples.value,
    counterexamples: counterexamples.value,
  }
}
