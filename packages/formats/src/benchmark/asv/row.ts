import { asArray, asObject, type JsonArray, type JsonValue, ValueFiller } from '../../json/value.js'
import type { JsonContainer, JsonScalar, JsonVisitor } from '../../json/visitor.js'

/** What is kept of one benchmark: of each column a value for each combination of parameters. */
export interface AsvRow {
  /** NaN: it was skipped; null: it failed. */
  readonly results: JsonArray
  /** Values of each parameter, as Python writes them. */
  readonly parameters: JsonArray
  readonly counts: JsonArray
  readonly q1: JsonArray
  readonly q3: JsonArray
  readonly hasSamples: boolean
  /** Milliseconds since 1970. */
  readonly startedAt: number | null
  /** Whether something of it was too much to keep. */
  readonly isCut: boolean
}

/** As versions since 0.5 write them; older ones have no list of them. */
const COLUMNS =
  'result params version started_at duration stats_ci_99_a stats_ci_99_b stats_q_25 stats_q_75 stats_number stats_repeat samples profile'
const READ = new Set('result params started_at stats stats_q_25 stats_q_75 stats_repeat'.split(' '))
/** Of any length, and the last one. */
const PROFILE = 'profile'
const MAX_VALUES = 1_000_000
const MAX_DEPTH = 3

/** A benchmark as one value. */
export function singleValue(value: JsonScalar): AsvRow {
  return rowOf(new Map([['result', [value]]]), { isKept: true })
}

/** A benchmark as a list with a value for each column; those at its end may be missing. */
export function rowInColumns(written: readonly string[], done: (row: AsvRow) => void): JsonVisitor {
  const columns = written.length === 0 ? COLUMNS.split(' ') : written
  const values = new RowValues()
  let at = 0
  return {
    wantsText: () => columns[at] !== PROFILE,
    enter: (_key, container) => values.enter(columns[at++] ?? '', container),
    scalar: (_key, value) => values.scalar(columns[at++] ?? '', value),
    leave: () => done(values.row()),
  }
}

/** A benchmark as an object. */
export function namedColumns(done: (row: AsvRow) => void): JsonVisitor {
  const values = new RowValues()
  return {
    wantsText: (column) => column !== PROFILE,
    enter: (column, container) => values.enter(column, container),
    scalar: (column, value) => values.scalar(column, value),
    leave: () => done(values.row()),
  }
}

class RowValues {
  private readonly values = new Map<string, JsonValue>()
  private hasSamples = false
  private readonly budget = { maxValues: MAX_VALUES, maxDepth: MAX_DEPTH, isKept: true }

  enter(column: string, container: JsonContainer): JsonVisitor | null {
    if (column === 'samples') return { enter: () => this.sawSamples() }
    if (!READ.has(column)) return null
    const filler = new ValueFiller(container, this.budget)
    this.values.set(column, filler.value)
    return filler
  }

  scalar(column: string, value: JsonScalar): void {
    if (READ.has(column)) this.values.set(column, value)
  }

  row(): AsvRow {
    return { ...rowOf(this.values, this.budget), hasSamples: this.hasSamples }
  }

  private sawSamples(): null {
    this.hasSamples = true
    return null
  }
}

function rowOf(values: ReadonlyMap<string, JsonValue>, { isKept }: { readonly isKept: boolean }): AsvRow {
  const list = (column: string): JsonArray => asArray(values.get(column)) ?? []
  const stats = list('stats').map(asObject)
  const statistic = (key: string): JsonArray =>
    stats.length === 0 ? list(`stats_${key}`) : stats.map((one) => one?.get(key) ?? null)
  const [result = null, startedAt] = [values.get('result'), values.get('started_at')]
  return {
    results: asArray(result) ?? [result],
    parameters: list('params'),
    counts: statistic('repeat'),
    q1: statistic('q_25'),
    q3: statistic('q_75'),
    hasSamples: false,
    startedAt: typeof startedAt === 'number' ? startedAt : null,
    isCut: !isKept,
  }
}
