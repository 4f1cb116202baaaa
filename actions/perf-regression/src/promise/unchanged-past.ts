import { median } from '@testwarden/stats/median'
import { type SeededRandom, seededRandom, seedOf } from '@testwarden/stats/seeded-random'
import type { LogSeries } from '../judging/series/log-values.js'
import { indexesOfPoints, withoutShift } from '../judging/series/points.js'
import type { SuiteReplay } from '../judging/series/replay-suite.js'

/** What a suite measured in a row of runs: logarithms, run by run. NaN: not measured. */
export interface RunMatrix {
  readonly runs: number
  readonly series: number
  readonly values: Float64Array
}

/** Whole runs are drawn in rows of so many neighbours: what they have in common, and what lasts for a while, stays. */
const BLOCK_RUNS = 25

/** What is over after fewer points was no change, whatever it was called then. */
const LASTING_POINTS = 10

/** What is left of a past without its changes of level: runs in which nothing changed, as noisy as they were. */
export function unchangedPast({ tracker, logs, shifts }: SuiteReplay): RunMatrix {
  const [runs, series] = [shifts.length, logs.length]
  const values = new Float64Array(runs * series).fill(Number.NaN)
  for (const [index, each] of logs.entries()) {
    const changes = (tracker.series[index]?.changes ?? []).map(({ at }) => at)
    for (const points of lastingParts(each, [0, ...changes, runs])) {
      const level = median(points.map((at) => withoutShift(each, shifts, at)))
      for (const at of points) values[at * series + index] = (each.values[at] ?? Number.NaN) - level
    }
  }
  return { runs, series, values }
}

/** Indexes of points of one level. Parts that are too short belong to the one before; the first ones to the next. */
function lastingParts(logs: LogSeries, bounds: readonly number[]): readonly (readonly number[])[] {
  const parts: (readonly number[])[] = []
  let open: readonly number[] = []
  for (const [part, from] of bounds.entries()) {
    const points = indexesOfPoints(logs, { from, to: bounds[part + 1] ?? from })
    if (points.length >= LASTING_POINTS && open.length >= LASTING_POINTS) {
      parts.push(open)
      open = points
    } else open = [...open, ...points]
  }
  return [...parts, open]
}

/** Other pasts that might have been: blocks of runs, drawn with replacement. The same ones for the same past. */
export function resamplePasts(past: RunMatrix, count: number, runs: number): readonly RunMatrix[] {
  const random = seededRandom(seedOf(past.values))
  return Array.from({ length: count }, () => resample(past, runs, random))
}

function resample({ runs: known, series, values }: RunMatrix, runs: number, random: SeededRandom): RunMatrix {
  const drawn = new Float64Array(runs * series)
  for (let run = 0; run < runs; run += BLOCK_RUNS) {
    const from = random.below(Math.max(1, known - BLOCK_RUNS + 1))
    const length = Math.min(BLOCK_RUNS, runs - run, known - from)
    drawn.set(values.subarray(from * series, (from + length) * series), run * series)
  }
  return { runs, series, values: drawn }
}
