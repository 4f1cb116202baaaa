import { Fields } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'

export type K6Type = 'trend' | 'counter' | 'rate' | 'gauge'

const VALUES = ['avg', 'med', 'min', 'max', 'count', 'rate', 'value', 'passes', 'fails', 'matches', 'total'] as const
export type K6Value = (typeof VALUES)[number]

const VALUE_SET: ReadonlySet<string> = new Set(VALUES)
const WANTED: ReadonlySet<string> = new Set([...VALUES, 'type', 'contains', 'name'])
const TYPES: readonly string[] = ['trend', 'counter', 'rate', 'gauge'] satisfies readonly K6Type[]
const OK = new Set(['ok'])
const MAX_CROSSED = 100

/**
 * `{ avg, …, thresholds: { "p(95)<500": true } }` by name, as `--summary-export` has it: there true is a threshold that
 * failed. Or `{ type, contains, values: { avg, … }, thresholds: { "p(95)<500": { ok: true } } }`, by name or with it.
 */
export class K6Metric {
  /** Thresholds that were not kept to. */
  readonly crossed: string[] = []
  private readonly key: string
  private readonly values = new Fields(VALUE_SET)
  private fields = new Fields(WANTED)

  constructor(key: string) {
    this.key = key
  }

  visitor(done: () => void): JsonVisitor {
    this.fields = new Fields(WANTED, {
      enter: (key) => {
        if (key === 'values') return this.values
        return key === 'thresholds' ? this.thresholds() : null
      },
      done,
    })
    return this.fields
  }

  /** With the tags that it is narrowed to: `http_req_duration{expected_response:true}`. */
  name(): string {
    return this.key === '' ? (this.fields.text('name') ?? '') : this.key
  }

  value(name: K6Value): number | null {
    return this.values.number(name) ?? this.fields.number(name)
  }

  /** `time`, `data` or `default`; null: the report does not say. */
  contains(): string | null {
    return this.fields.text('contains')
  }

  /** The old form shows it by what it tells. null: none that is known. */
  type(): K6Type | null {
    const type = this.fields.text('type')
    if (type !== null) return isType(type) ? type : null
    if (this.value('count') !== null) return 'counter'
    if (this.value('passes') !== null) return 'rate'
    if (this.value('value') !== null) return 'gauge'
    return this.value('avg') !== null || this.value('med') !== null ? 'trend' : null
  }

  private thresholds(): JsonVisitor {
    return {
      scalar: (limit, isFailed) => this.cross(limit, isFailed === true),
      enter: (limit) => {
        const threshold: Fields = new Fields(OK, { done: () => this.cross(limit, threshold.flag('ok') === false) })
        return threshold
      },
    }
  }

  private cross(limit: string, isFailed: boolean): void {
    if (isFailed && this.crossed.length < MAX_CROSSED) this.crossed.push(limit)
  }
}

function isType(type: string): type is K6Type {
  return TYPES.includes(type)
}
