import type { Field } from '@testwarden/core/config/field'
import { type EntryFault, entryList, type ParsedEntry } from '@testwarden/core/config/fields/entry-list'
import type { FieldDetails } from '@testwarden/core/config/fields/field-details'
import { parseTextList } from '@testwarden/core/config/fields/globs'
import { checkRules } from '@testwarden/failures/categories/check-rules'
import { type OwnRule, withOwnRules } from '@testwarden/failures/categories/own-rules'

const TEXT = { type: 'string', pattern: '\\S' }
const TEXTS = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }

/** What the user knows of failures. A rule whose own examples do not hold is refused: they are its tests. */
export function failureRules(
  details: Omit<FieldDetails<readonly OwnRule[]>, 'fallback' | 'input'>,
): Field<readonly OwnRule[]> {
  const toText = (rules: readonly OwnRule[]): string => rules.map(({ id }) => id).join(', ') || 'none'
  return entryList(
    { ...details, toText },
    {
      noun: 'A failure rule',
      maxEntries: 100,
      keys: { id: TEXT, title: TEXT, pattern: TEXT, advice: TEXT, examples: TEXTS, counterexamples: TEXTS },
      required: ['id', 'title', 'pattern', 'advice', 'examples'],
      parse: parseRule,
      check: brokenRule,
    },
  )
}

function brokenRule(rules: readonly OwnRule[]): EntryFault | null {
  const [fault] = checkRules(withOwnRules(rules, []))
  if (fault === undefined) return null
  return { message: `Of the failure rules, ${fault}.`, remedy: 'Mend the rule or its examples.' }
}

function parseRule(entry: Readonly<Record<string, unknown>>): ParsedEntry<OwnRule> {
  const { id, title, pattern, advice } = entry
  const [examples, counterexamples] = [parseTextList(entry.examples ?? []), parseTextList(entry.counterexamples ?? [])]
  const isTold = [id, title, pattern, advice].every((text) => typeof text === 'string' && text.trim() !== '')
  if (!isTold || !examples.ok || !counterexamples.ok)
    return { ok: false, fault: { message: 'A failure rule lacks something.' } }
  if (examples.value.length === 0) return { ok: false, fault: withoutExample(String(id)) }
  return {
    ok: true,
    value: {
      id: String(id),
      title: String(title),
      pattern: String(pattern),
      advice: String(advice),
      examples: examples.value,
      counterexamples: counterexamples.value,
    },
  }
}

function withoutExample(id: string): EntryFault {
  return {
    message: `The failure rule ${id} has no example.`,
    remedy: 'Write at least one text that it must take: examples are its tests.',
  }
}
