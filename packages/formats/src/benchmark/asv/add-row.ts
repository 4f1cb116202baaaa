import { asArray, type JsonArray } from '../../json/value.js'
import type { WarningLog } from '../../warning-log.js'
import type { BenchmarkBuilder, SeenMetric } from '../benchmark-builder.js'
import { NO_SUMMARY } from '../sample-summary.js'
import type { AsvRow } from './row.js'

interface NamedRow {
  readonly name: string
  readonly row: AsvRow
  readonly line: number
}

type KindFacts = Pick<SeenMetric, 'metric' | 'unit'>

/** What a benchmark is measured by follows from its name; the unit of what is tracked stands in another file. */
const KINDS: readonly { readonly name: RegExp; readonly facts: KindFacts }[] = [
  { name: /^time(?:raw)?_|^Time(?:raw)?[A-Z_]/, facts: { metric: 'time', unit: 's' } },
  { name: /^mem_|^Mem[A-Z_]/, facts: { metric: 'memory', unit: 'B' } },
  { name: /^peakmem_|^PeakMem[A-Z_]/, facts: { metric: 'peak-memory', unit: 'B' } },
]
const TRACKED: KindFacts = { metric: 'value', unit: '' }

/** Gives a benchmark to the builder, once for each combination of its parameters. */
export function addRow(builder: BenchmarkBuilder, { name, row, line }: NamedRow, warnings: WarningLog): void {
  const [kind = ''] = name.split('.').slice(-1)
  const facts = KINDS.find((one) => one.name.test(kind))?.facts ?? TRACKED
  const nameOf = combinationNames(name, row)
  if (row.isCut) warnings.add('a benchmark has too many values: some are left out', line)
  if (row.hasSamples)
    warnings.add('the samples of several processes are not told apart: of each benchmark its median counts', line)
  for (const [at, result] of row.results.entries()) {
    if (result === null) builder.fail(nameOf(at), 'It failed.', line)
    else if (Number.isNaN(result)) warnings.add('a benchmark was skipped: it has no value', line)
    else builder.add({ name: nameOf(at), ...facts }, samplesOf(row, at), line)
  }
}

/** A result is the median of what all processes measured. */
function samplesOf({ results, counts, q1, q3 }: AsvRow, at: number): Parameters<BenchmarkBuilder['add']>[1] {
  const result = numberAt(results, at)
  if (counts.length === 0) return { processes: [[result ?? Number.NaN]], summary: null }
  const [count, first, third] = [numberAt(counts, at), numberAt(q1, at), numberAt(q3, at)]
  return { processes: [], summary: { ...NO_SUMMARY, count, median: result, q1: first, q3: third } }
}

function numberAt(list: JsonArray, at: number): number | null {
  const value = list[at]
  return typeof value === 'number' ? value : null
}

/** `name(1, 'a b')` as asv shows it: of the combinations, the last parameter changes first. */
function combinationNames(name: string, { parameters, results }: AsvRow): (at: number) => string {
  const lists = parameters.map((values) => asArray(values) ?? [])
  const count = lists.reduce((product, { length }) => product * length, 1)
  if (results.length === 1 && (lists.length === 0 || count !== 1)) return () => name
  if (count !== results.length) return (at) => `${name}(#${at + 1})`
  return (at) => {
    let rest = at
    const values = lists.toReversed().map((list) => {
      const value = list[rest % list.length]
      rest = Math.floor(rest / list.length)
      return String(value)
    })
    return `${name}(${values.reverse().join(', ')})`
  }
}
