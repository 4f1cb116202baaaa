import type { TestCategory } from '../../model/test-category.js'
import type { Field, InnerFault, Parsed, Setting } from '../field.js'
import { isMapping } from '../layer.js'
import { DURATION_SCHEMA, parseDuration } from './duration.js'
import type { FieldDetails } from './field-details.js'
import { parseTextList } from './globs.js'

/** What is assumed: names that most projects give their kinds of tests. */
const ASSUMED_CATEGORIES: readonly TestCategory[] = [
  category('unit', ['unit'], null),
  category('integration', ['integration', 'database', 'api'], 30_000),
  category('security', ['security', 'authentication', 'authorization', 'encryption'], null),
  category('performance', ['performance', 'timeout', 'benchmark'], null),
  category('end-to-end', ['e2e', 'end-to-end'], null),
]

const MOST = 50
const NAME = '^[A-Za-z0-9][A-Za-z0-9 ._-]{0,49}$'
const KEYS: readonly string[] = ['paths', 'names', 'markers', 'owner', 'budget']
const EXPECTED = 'kinds of tests, each as `name: {paths, names, markers, owner, budget}`'

/** Kinds of tests by name; what somebody writes takes the place of everything that is assumed. */
export function categories(
  details: Omit<FieldDetails<readonly TestCategory[]>, 'fallback' | 'input' | 'role'>,
): Field<readonly TestCategory[]> {
  const texts = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }
  const entry = {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      paths: texts,
      names: texts,
      markers: texts,
      owner: { type: 'string', pattern: '\\S' },
      budget: DURATION_SCHEMA,
    },
  }
  return {
    ...details,
    type: 'field',
    fallback: ASSUMED_CATEGORIES,
    fallbackText: ASSUMED_CATEGORIES.map(({ name }) => name).join(', '),
    input: null,
    role: 'policy',
    stricter: null,
    jsonSchema: { type: 'object', maxProperties: MOST, propertyNames: { pattern: NAME }, additionalProperties: entry },
    parse: parseCategories,
    tighten: keepWritten,
    toText: (all) => all.map(({ name }) => name).join(', ') || 'none',
  }
}

function category(name: string, words: readonly string[], budgetMs: number | null): TestCategory {
  return { name, paths: [], words, markers: words, owner: null, budgetMs }
}

/** A change may name kinds where its base names none, but not redefine them. */
function keepWritten(base: Setting<readonly TestCategory[]>, wanted: readonly TestCategory[]): readonly TestCategory[] {
  return base.origin.kind === 'assumed' ? wanted : base.value
}

function parseCategories(raw: unknown): Parsed<readonly TestCategory[]> {
  if (!isMapping(raw) || Object.keys(raw).length > MOST) return { ok: false, expected: EXPECTED }
  const all: TestCategory[] = []
  for (const [name, entry] of Object.entries(raw)) {
    const parsed = parseCategory(name, entry)
    if ('message' in parsed) return { ok: false, expected: EXPECTED, fault: parsed }
    all.push(parsed)
  }
  return { ok: true, value: all }
}

function parseCategory(name: string, entry: unknown): TestCategory | InnerFault {
  const fault = (message: string, remedy: string): InnerFault => ({ path: [name], message, remedy })
  if (!new RegExp(NAME).test(name))
    return fault(
      `${JSON.stringify(name.slice(0, 60))} is no name of a kind of tests.`,
      'Write at most 50 letters, digits, blanks, dots and dashes.',
    )
  if (!isMapping(entry)) return fault(`The kind ${name} needs keys below it.`, `Write ${EXPECTED}.`)
  const unknown = Object.keys(entry).find((key) => !KEYS.includes(key))
  if (unknown !== undefined) return fault(`The kind ${name} has no key ${unknown}.`, `Write ${KEYS.join(', ')}.`)
  const [paths, names, markers] = [entry.paths, entry.names, entry.markers].map((list) => parseTextList(list ?? []))
  const budget = entry.budget === undefined ? null : parseDuration(entry.budget)
  if (paths?.ok !== true || names?.ok !== true || markers?.ok !== true)
    return fault(`The kind ${name} has a list that is none.`, 'Write texts for `paths`, `names` and `markers`.')
  if (budget?.ok === false) return fault(`The budget of ${name} is no time.`, `Write ${budget.expected}.`)
  const owner = typeof entry.owner === 'string' && entry.owner.trim() !== '' ? entry.owner.trim() : null
  const lower = (texts: readonly string[]): readonly string[] => texts.map((text) => text.toLowerCase())
  return {
    name,
    paths: paths.value,
    words: lower(names.value),
    markers: lower(markers.value),
    owner,
    budgetMs: budget?.value ?? null,
  }
}
