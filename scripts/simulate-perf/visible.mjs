// Whether the slowdown that a benchmark is said to show is seen as often as is said.

import { SuiteTracker } from '../../actions/perf-regression/lib/judging/series/suite-tracker.js'
import { visibleSlowdown } from '../../actions/perf-regression/lib/judging/series/visible.js'
import { rowOf, SOON } from './measure.mjs'
import { makeProject } from './project.mjs'
import { assumedPolicy, traitsOf } from './rules.mjs'
import { drawSlowdowns, slowDown } from './slowdowns.mjs'

const VISIBLE_SEED = 30_000

/** @returns how many slowdowns of exactly that size were seen within {@link SOON} commits on one processor */
export function countVisible({ projects, runs, benchmarks }) {
  const policy = assumedPolicy(benchmarks)
  const sum = { all: 0, soon: 0 }
  for (let each = 0; each < projects; each++) {
    const seed = VISIBLE_SEED + each
    const project = makeProject(seed, { runs, benchmarks, rank: (each + 0.5) / projects, hasOneProcessor: true })
    const slowdowns = drawSlowdowns(seed, project).map((slowdown) => ({ ...slowdown, size: 0, isSeen: false }))
    const tracker = new SuiteTracker(
      policy,
      Array.from({ length: benchmarks }, (_, index) => traitsOf(policy, index)),
    )
    for (let run = 0; run < runs; run++) takeRun({ project, policy, tracker, slowdowns }, run)
    sum.all += slowdowns.length
    sum.soon += slowdowns.filter(({ isSeen }) => isSeen).length
  }
  return sum
}

function takeRun({ project, policy, tracker, slowdowns }, run) {
  const row = rowOf(project, run)
  for (const slowdown of slowdowns) {
    if (slowdown.run === run) slowdown.size = visibleSlowdown(policy, tracker.series[slowdown.benchmark])
    slowDown(row, slowdown, run, slowdown.size)
  }
  tracker.take(row, run)
  const reds = new Set(tracker.takeNewReds())
  for (const slowdown of slowdowns) {
    const commits = run - slowdown.run + 1
    if (commits >= 1 && commits <= SOON && reds.has(slowdown.benchmark)) slowdown.isSeen = true
  }
}
