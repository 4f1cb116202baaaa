import type { TestCategory } from '../../model/test-category.js'
import type { Field, Setting } from '../field.js'
import { isMapping } from '../layer.js'
import { DURATION_SCHEMA, parseDuration } from './duration.js'
import type { ParsedEntry } from './entry-list.js'
import { entryMap } from './entry-map.js'
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

const NAME = '^[A-Za-z0-9][A-Za-z0-9 ._-]{0,49}$'
const KEYS: readonly string[] = ['paths', 'names', 'markers', 'owner', 'budget']
const TEXTS_SCHEMA = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }
const ENTRY_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    paths: TEXTS_SCHEMA,
    names: TEXTS_SCHEMA,
    markers: TEXTS_SCHEMA,
    owner: { type: 'string', pattern: '\\S' },
    budget: DURATION_SCHEMA,
  },
}

/** Kinds of tests by name; what somebody writes takes the place of everything that is assumed. */
export function categories(
  details: Omit<FieldDetails<readonly TestCategory[]>, 'fallback' | 'input' | 'role'>,
): Field<readonly TestCategory[]> {
  const field = entryMap(
    { ...details, role: 'policy', tighten: keepWritten, toText: (all) => namesOf(all) || 'none' },
    {
      expected: `kinds of tests, each as \`name: {${KEYS.join(', ')}}\``,
      maxEntries: 50,
      names: { pattern: NAME },
      entry: ENTRY_SCHEMA,
      parse: parseCategory,
    },
  )
  return { ...field, fallback: ASSUMED_CATEGORIES, fallbackText: namesOf(ASSUMED_CATEGORIES) }
}

function namesOf(all: readonly TestCategory[]): string {
  return all.map(({ name }) => name).join(', ')
}

function category(name: string, words: readonly string[], budgetMs: number | null): TestCategory {
  return { name, paths: [], words, markers: words, owner: null, budgetMs }
}

/** A change may name kinds where its base names none, but not redefine them. */
function keepWritten(base: Setting<readonly TestCategory[]>, wanted: readonly TestCategory[]): readonly TestCategory[] {
  return base.origin.kind === 'assumed' ? wanted : base.value
}

function parseCategory(name: string, entry: unknown): ParsedEntry<TestCategory> {
  const refuse = (message: string, remedy?: string) =>
    ({ ok: false, fault: { message, ...(remedy === undefined ? {} : { remedy }) } }) as const
  if (!new RegExp(NAME).test(name))
    return refuse(
      `${JSON.stringify(name.slice(0, 60))} is no name of a kind of tests.`,
      'Write at most 50 letters, digits, blanks, dots and dashes.',
    )
  if (!isMapping(entry)) return refuse(`The kind ${name} needs keys below it.`)
  const unknown = Object.keys(entry).find((key) => !KEYS.includes(key))
  if (unknown !== undefined) return refuse(`The kind ${name} has no key ${unknown}.`, `Write ${KEYS.join(', ')}.`)
  const [paths, names, markers] = [entry.paths, entry.names, entry.markers].map((list) => parseTextList(list ?? []))
  const budget = entry.budget === undefined ? null : parseDuration(entry.budget)
  if (paths?.ok !== true || names?.ok !== true || markers?.ok !== true)
    return refuse(`The kind ${name} has a list that is none.`, 'Write texts for `paths`, `names` and `markers`.')
  if (budget?.ok === false) return refuse(`The budget of ${name} is no time.`, `Write ${budget.expected}.`)
  const owner = typeof entry.owner === 'string' && entry.owner.trim() !== '' ? entry.owner.trim() : null
  const lower = (texts: readonly string[]): readonly string[] => texts.map((text) => text.toLowerCase())
  return {
    ok: true,
    value: {
      name,
      paths: paths.value,
      words: lower(names.value),
      markers: lower(markers.value),
      owner,
      budgetMs: budget?.value ?? null,
    },
  }
}
