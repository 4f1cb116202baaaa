import { keyOfParts, partsOfKey, steadyName } from '@testwarden/core/model/test-key'
import type { MeasuredKind } from '@testwarden/history/benchmarks/recorded-benchmarks'

/** The metric of whatever only has a time, which nobody needs to read. */
export const TIME = 'time'
const TEST = 'test'
const SUITE = 'suite'

/** Which series a metric of a benchmark belongs to: the same in every run. */
export function benchmarkKey(name: string, metric: string): string {
  return keyOfParts(['benchmark', steadyName(name), metric])
}

/** @param test its `TestKey` */
export function testTimeKey(test: string): string {
  return keyOfParts([TEST, ...partsOfKey(test)])
}

export const SUITE_KEY = keyOfParts([SUITE])

/** What a key is about. */
export interface NamedKey {
  readonly kind: MeasuredKind
  /** As people call it, with the metric where that is not the time. */
  readonly name: string
  /** Of a benchmark; `time` for others. */
  readonly metric: string
  /** Without the metric. */
  readonly subject: string
}

/** For people: `parse_invoice[10k]`, `fib allocs/op`, `tests/test_a.py › test_b`. */
export function namedKey(key: string): NamedKey {
  const [kind, ...parts] = partsOfKey(key)
  if (kind === SUITE) return { kind, name: 'all tests', metric: TIME, subject: 'all tests' }
  if (kind === TEST) {
    const name = parts.join(' › ')
    return { kind, name, metric: TIME, subject: name }
  }
  const [subject = '', metric = TIME] = parts
  return { kind: 'benchmark', name: metric === TIME ? subject : `${subject} ${metric}`, metric, subject }
}
