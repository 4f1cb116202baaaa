import type { Field, Setting } from '@testwarden/core/config/field'
import { type EntryFault, entryList, type ParsedEntry } from '@testwarden/core/config/fields/entry-list'
import type { FieldDetails } from '@testwarden/core/config/fields/field-details'
import { PERCENT_SCHEMAS, parsePercent } from '@testwarden/core/config/fields/percent'
import { SLOWDOWN_TEXT } from './slowdown-field.js'

/** What counts as worse: more, less, any change beyond noise, or any change at all. */
export type JudgedDirection = 'lower' | 'higher' | 'both' | 'exact'

/** What the config file says of some benchmarks. Of several entries for one, each later one says more. */
export interface BenchmarkRule {
  /** As {@link createNamePattern} has it. */
  readonly benchmark: string
  /** null: of whatever metric. */
  readonly metric: string | null
  readonly direction: JudgedDirection | null
  /** Exact decimal in percent. */
  readonly slowdown: string | null
  /** Exact decimal in percent. */
  readonly drift: string | null
  /** Why it is not judged; null: it is. */
  readonly ignore: string | null
  /** The last day on which {@link ignore} counts, `2026-01-31`; null without one. */
  readonly expires: string | null
}

const TEXT = { type: 'string', pattern: '\\S' }
const PERCENT = { anyOf: PERCENT_SCHEMAS }
const DIRECTIONS: readonly JudgedDirection[] = ['lower', 'higher', 'both', 'exact']
const DAY = /^\d{4}-\d\d-\d\d$/

/** Rules for some benchmarks, by patterns of their names and metrics. */
export function benchmarkRules(
  details: Omit<FieldDetails<readonly BenchmarkRule[]>, 'fallback' | 'input'>,
): Field<readonly BenchmarkRule[]> {
  return entryList(
    { ...details, tighten: keepBase, toText: (rules) => rules.map(({ benchmark }) => benchmark).join(', ') || 'none' },
    {
      noun: 'A rule for benchmarks',
      maxEntries: 1_000,
      keys: {
        benchmark: TEXT,
        metric: TEXT,
        direction: { enum: DIRECTIONS },
        slowdown: PERCENT,
        drift: PERCENT,
        ignore: TEXT,
        expires: { type: 'string', pattern: DAY.source },
      },
      required: ['benchmark'],
      parse: parseRule,
    },
  )
}

/** Only people who merge may loosen what is judged; of a list nobody can tell which one is looser. */
function keepBase(base: Setting<readonly BenchmarkRule[]>, wanted: readonly BenchmarkRule[]): readonly BenchmarkRule[] {
  return base.origin.kind === 'assumed' ? wanted.filter(({ ignore }) => ignore === null) : base.value
}

function parseRule(entry: Readonly<Record<string, unknown>>): ParsedEntry<BenchmarkRule> {
  const benchmark = textOf(entry.benchmark)
  if (benchmark === null) return refuse('A rule for benchmarks does not say for which.', 'Write `benchmark: search*`.')
  const direction = DIRECTIONS.find((each) => each === entry.direction) ?? null
  if (entry.direction !== undefined && direction === null)
    return refuse(`The direction of ${benchmark} is none.`, `Write one of ${DIRECTIONS.join(', ')}.`)
  const [slowdown, drift] = [percentOf(entry.slowdown), percentOf(entry.drift)]
  if (slowdown === undefined || drift === undefined)
    return refuse(`A limit of ${benchmark} is none.`, `Write ${SLOWDOWN_TEXT}.`)
  const [ignore, expires] = [textOf(entry.ignore), dayOf(entry.expires)]
  if (ignore !== null && expires === null)
    return refuse(
      `Nobody says how long ${benchmark} is ignored.`,
      'Write `expires` as a day such as 2026-12-31: what is ignored for good is better deleted.',
    )
  return { ok: true, value: { benchmark, metric: textOf(entry.metric), direction, slowdown, drift, ignore, expires } }
}

function refuse(message: string, remedy: string): { readonly ok: false; readonly fault: EntryFault } {
  return { ok: false, fault: { message, remedy } }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** undefined: there is one, and it is none. */
function percentOf(value: unknown): string | null | undefined {
  if (value === undefined) return null
  const parsed = parsePercent(value)
  return parsed.ok ? parsed.value : undefined
}

/** YAML makes a date of a bare day in some readers. */
function dayOf(value: unknown): string | null {
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : textOf(value)
  return text !== null && DAY.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) ? text : null
}
