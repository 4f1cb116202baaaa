import type { JsonScalar, JsonVisitor } from '../../json/visitor.js'
import { ownText } from '../../text/own-text.js'

/** One entry of `benchmarks`: a repetition, a statistic of several, or what is left of one that failed. */
export interface GoogleRow {
  readonly line: number
  readonly name: string
  /** null in versions before 1.5, whose rows have a name alone. */
  readonly runName: string | null
  /** `mean`, `median`, `stddev`, `cv`, `BigO`, `RMS` or a word of the user; null for a repetition. */
  readonly aggregate: string | null
  /** Whether it tells which of both it is: versions before 1.5 do not. */
  readonly isTyped: boolean
  /** Two benchmarks of one name differ in it. */
  readonly instance: string
  readonly repetition: number | null
  readonly repetitions: number | null
  readonly timeUnit: string
  /** Why there is no measurement; null: there is one. */
  readonly error: string | null
  readonly skipped: string | null
  /** `real_time`, `cpu_time` and counters; NaN for what is no number. */
  readonly values: ReadonlyMap<string, number>
}

const TEXTS = new Set([
  'name',
  'run_name',
  'run_type',
  'aggregate_name',
  'time_unit',
  'error_message',
  'skip_message',
  'big_o',
])
const TIMES = new Set(['real_time', 'cpu_time'])
/** Members that measure nothing; any other that it does not know is a counter. */
const NO_VALUES = new Set([
  ...TEXTS,
  'family_index',
  'per_family_instance_index',
  'repetitions',
  'repetition_index',
  'threads',
  'iterations',
  'aggregate_unit',
  'error_occurred',
  'skipped',
  'label',
  'cpu_coefficient',
  'real_coefficient',
  'rms',
])
/** Far more than anybody counts. */
const MAX_VALUES = 1000

/** Collects a row, whose counters have any name. */
export class RowVisitor implements JsonVisitor {
  private readonly line: number
  private readonly done: (row: GoogleRow) => void
  private readonly facts = new Map<string, JsonScalar>()
  private readonly values = new Map<string, number>()

  constructor(line: number, done: (row: GoogleRow) => void) {
    this.line = line
    this.done = done
  }

  wantsText(key: string): boolean {
    return key !== 'label'
  }

  scalar(key: string, value: JsonScalar): void {
    if (NO_VALUES.has(key)) this.facts.set(key, typeof value === 'string' ? ownText(value) : value)
    else if (this.values.size < MAX_VALUES && isMeasured(key, value))
      this.values.set(ownText(key), typeof value === 'number' ? value : Number.NaN)
  }

  leave(): void {
    const { facts, values } = this
    const hasFailed = facts.get('error_occurred') === true
    this.done({
      line: this.line,
      name: this.text('name') ?? '',
      runName: this.text('run_name'),
      aggregate: this.aggregate(),
      isTyped: facts.has('run_type'),
      instance: [facts.get('family_index'), facts.get('per_family_instance_index')].join('.'),
      repetition: this.number('repetition_index'),
      repetitions: this.number('repetitions'),
      timeUnit: this.text('time_unit') ?? 'ns',
      error: hasFailed ? (this.text('error_message') ?? '') : null,
      skipped: facts.get('skipped') === true ? (this.text('skip_message') ?? '') : null,
      values,
    })
  }

  /** Complexity is no measurement in any version. */
  private aggregate(): string | null {
    if (this.facts.has('big_o')) return 'BigO'
    if (this.facts.has('rms')) return 'RMS'
    if (this.text('run_type') !== 'aggregate') return null
    return this.text('aggregate_name') ?? ''
  }

  private text(key: string): string | null {
    const value = this.facts.get(key)
    return typeof value === 'string' ? value : null
  }

  private number(key: string): number | null {
    const value = this.facts.get(key)
    return typeof value === 'number' ? value : null
  }
}

/** A counter is a number, or null for NaN; what has another form is no counter of this version. */
function isMeasured(key: string, value: JsonScalar): boolean {
  return typeof value === 'number' || value === null || TIMES.has(key)
}
