// How noisy the made-up projects look to who counts their noise as that of real ones was counted: every benchmark's robust
// deviation over all runs, whatever their processor.
import { madDeviation } from '../../packages/stats/lib/mad.js'
import { quantile } from '../../packages/stats/lib/quantile.js'
import { makeProject } from './project.mjs'

/** @returns {{ medians: number[], ninetieths: number[] }} of the benchmarks of each project, ascending */
export function marginalsOf({ projects, runs, benchmarks }) {
  const spreads = Array.from({ length: projects }, (_, seed) =>
    spreadsOf(makeProject(seed, { runs, benchmarks, rank: (seed + 0.5) / projects })),
  )
  return {
    medians: spreads.map((each) => quantile(each, 0.5)).sort((left, right) => left - right),
    ninetieths: spreads.map((each) => quantile(each, 0.9)).sort((left, right) => left - right),
  }
}

function spreadsOf({ runs, benchmarks, values }) {
  return Array.from({ length: benchmarks }, (_, index) =>
    madDeviation(Array.from({ length: runs }, (_, run) => values[run * benchmarks + index])),
  )
}
