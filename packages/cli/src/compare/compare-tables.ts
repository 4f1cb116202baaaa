import type { ComparedBenchmark, ComparedMean, ComparedTable } from '@testwarden/core/files/compare-file'
import type { Direction } from '@testwarden/core/model/benchmark'
import { geometricMean, geometricMeanRatio } from '@testwarden/stats/geometric-mean'
import { agreedDirection, aloneBenchmark, compareBenchmark } from './compare-benchmark.js'
import type { Measured, SideTables } from './fold-side.js'
import { remarkOnUnits } from './remark-on-units.js'

/** Tables of the base in their order, then those that only the head has. */
export function compareTables(base: SideTables, head: SideTables, alpha: number): readonly ComparedTable[] {
  const keys = new Set([...base.keys(), ...head.keys()])
  const tables = [...keys].map((key) => tableOf(base.get(key) ?? NONE, head.get(key) ?? NONE, alpha))
  return remarkOnUnits(tables.filter((table) => table !== null))
}

const NONE: ReadonlyMap<string, Measured> = new Map()

function tableOf(
  base: ReadonlyMap<string, Measured>,
  head: ReadonlyMap<string, Measured>,
  alpha: number,
): ComparedTable | null {
  const rows: ComparedBenchmark[] = []
  for (const [name, before] of base) {
    const after = head.get(name)
    rows.push(after === undefined ? aloneBenchmark(before, 'base') : compareBenchmark(before, after, alpha))
  }
  for (const [name, after] of head) if (!base.has(name)) rows.push(aloneBenchmark(after, 'head'))
  const [first] = [...base.values(), ...head.values()]
  if (first === undefined) return null
  const direction = agreedDirection(directionOf(base), directionOf(head))
  return { metric: first.metric, unit: first.unit, direction, rows, geometricMean: meanOf(rows) }
}

/** The one that all have, where any is known. */
function directionOf(side: ReadonlyMap<string, Measured>): Direction {
  const known = new Set([...side.values()].map(({ direction }) => direction).filter((each) => each !== 'unknown'))
  const [only] = known
  return known.size === 1 && only !== undefined ? only : 'unknown'
}

/**
 * Of the benchmarks that both sides have, so that all three numbers are about the same ones; benchstat takes each side's
 * own instead, and warns.
 */
function meanOf(rows: readonly ComparedBenchmark[]): ComparedMean | null {
  const pairs = rows.flatMap(({ base, head }) =>
    base === null || head === null ? [] : [{ before: base.median, after: head.median }],
  )
  if (pairs.length < 2) return null
  const mean = geometricMeanRatio(pairs)
  return {
    base: finiteOrNull(geometricMean(pairs.map(({ before }) => before))),
    head: finiteOrNull(geometricMean(pairs.map(({ after }) => after))),
    ratio: mean.ok ? finiteOrNull(mean.ratio) : null,
    benchmarks: pairs.length,
  }
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
