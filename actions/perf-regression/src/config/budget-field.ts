import type { Field, Parsed, Setting } from '@testwarden/core/config/field'
import type { FieldDetails } from '@testwarden/core/config/fields/field-details'
import { isMapping } from '@testwarden/core/config/layer'
import { measureUnit } from '@testwarden/core/model/measure-unit'

/** What some benchmarks may take at most, or must reach at least where more is better. */
export interface Budget {
  /** As {@link createNamePattern} has it. */
  readonly benchmark: string
  /** As written: `500ms`. */
  readonly text: string
  /** In {@link unit}. */
  readonly value: number
  readonly unit: string
}

const WRITTEN = /^\s*([0-9]{1,15}(?:\.[0-9]{1,9})?)\s*([^\s0-9].{0,40}?)\s*$/
const LINE = /^(.+):\s+(\S.*)$/
const EXPECTED = 'budgets as `benchmark: 500ms`, with a unit'
const BUDGETS_MAX = 1_000

/** `{ 'search*': 500ms }` in the config file, `search*: 500ms` on a line of its own as an input. */
export function budgets(details: Omit<FieldDetails<readonly Budget[]>, 'fallback'>): Field<readonly Budget[]> {
  return {
    ...details,
    type: 'field',
    fallback: [],
    fallbackText: '',
    stricter: null,
    jsonSchema: {
      anyOf: [
        { type: 'object', maxProperties: BUDGETS_MAX, additionalProperties: { type: 'string', pattern: '^\\s*\\d' } },
        { type: 'string' },
      ],
    },
    parse: parseBudgets,
    tighten: keepLowest,
    toText: (all) => all.map(({ benchmark, text }) => `${benchmark}: ${text}`).join(', ') || 'none',
  }
}

function parseBudgets(raw: unknown): Parsed<readonly Budget[]> {
  const pairs = pairsOf(raw)
  if (pairs === null || pairs.length > BUDGETS_MAX) return { ok: false, expected: EXPECTED }
  const all: Budget[] = []
  for (const [benchmark, written] of pairs) {
    const budget = budgetOf(benchmark, written)
    if (budget === null)
      return {
        ok: false,
        expected: EXPECTED,
        fault: {
          path: [benchmark],
          message: `The budget of ${benchmark} is no number with a unit.`,
          remedy: 'Write, for example, 500ms, 1.5s, 10 MiB or 1000 ops/s.',
        },
      }
    all.push(budget)
  }
  return { ok: true, value: all }
}

function pairsOf(raw: unknown): readonly (readonly [string, unknown])[] | null {
  if (isMapping(raw)) return Object.entries(raw)
  if (typeof raw !== 'string') return null
  const lines = raw.split('\n').filter((line) => line.trim() !== '')
  const pairs = lines.flatMap((line) => {
    const [, benchmark, written] = LINE.exec(line.trim()) ?? []
    return benchmark === undefined ? [] : [[benchmark.trim(), written] as const]
  })
  return pairs.length === lines.length ? pairs : null
}

function budgetOf(benchmark: string, written: unknown): Budget | null {
  const [, number, unit] = typeof written === 'string' ? (WRITTEN.exec(written) ?? []) : []
  if (number === undefined || unit === undefined) return null
  const measure = measureUnit(unit)
  return { benchmark, text: String(written).trim(), value: Number(number) * measure.factor, unit: measure.unit }
}

/** A change may add budgets and lower them. Where more is better a higher one would be stricter, so the base's stays. */
function keepLowest(base: Setting<readonly Budget[]>, wanted: readonly Budget[]): readonly Budget[] {
  const kept = base.value.map((budget) => {
    const own = wanted.find(({ benchmark, unit }) => benchmark === budget.benchmark && unit === budget.unit)
    return own !== undefined && own.unit === 'ns' && own.value < budget.value ? own : budget
  })
  const known = new Set(base.value.map(({ benchmark }) => benchmark))
  return [...kept, ...wanted.filter(({ benchmark }) => !known.has(benchmark))]
}
