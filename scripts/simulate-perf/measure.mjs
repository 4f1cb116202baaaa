// How often a rule is wrong, and how often it sees what is there.
import { makeProject } from './project.mjs'
import { drawSlowdowns, slowDown } from './slowdowns.mjs'

/** Within so many commits a slowdown is to be seen; and within so many by who waits for more of them. */
export const SOON = 5
export const LATE = 15

/** Projects with slowdowns are others than those without. */
const SLOWER_SEED = 9_000

export const SLOWDOWN = 0.2

/** Bounds of the noise of a benchmark, for counting by it. */
export const NOISE_CLASSES = [0.02, 0.03, 0.05, 0.08, Number.POSITIVE_INFINITY]

/**
 * Runs in which each rule called a benchmark slower although no code changed.
 * @param {{ projects: number } & Omit<import('./project.mjs').ProjectSize, 'rank'>} size
 */
export function countFalseAlarms(rules, { projects, ...size }) {
  const counts = rules.map(() => ({ alarms: 0, runs: 0 }))
  for (let seed = 0; seed < projects; seed++) {
    const project = makeProject(seed, { ...size, rank: (seed + 0.5) / projects })
    const takes = rules.map((rule) => rule.start(project))
    for (let run = 0; run < project.runs; run++) {
      const row = rowOf(project, run)
      for (const [index, take] of takes.entries()) {
        if (take(row, run, project.processors[run]).length > 0) counts[index].alarms++
        counts[index].runs++
      }
    }
  }
  return counts
}

/**
 * Slowdowns that each rule saw, by the noise of their benchmarks; `slowdown`: how large they are, as a share.
 * @returns {{ all: number, soon: number, late: number }[][]} by the indexes of the rules and {@link NOISE_CLASSES}
 */
export function countSeen(rules, { projects, slowdown = SLOWDOWN, ...size }) {
  const seen = rules.map(() => NOISE_CLASSES.map(() => ({ all: 0, soon: 0, late: 0 })))
  for (let seed = SLOWER_SEED; seed < SLOWER_SEED + projects; seed++) {
    const project = makeProject(seed, { ...size, rank: (seed - SLOWER_SEED + 0.5) / projects })
    const slowdowns = drawSlowdowns(seed, project)
    const seenAfter = commitsUntilSeen(rules, { project, slowdowns, slowdown })
    for (const [index, { benchmark }] of slowdowns.entries()) {
      const noise = NOISE_CLASSES.findIndex((most) => project.noise[benchmark] <= most)
      for (const [rule, classes] of seen.entries()) add(classes[noise], seenAfter[rule][index])
    }
  }
  return seen
}

function add(counts, commits) {
  counts.all++
  if (commits <= SOON) counts.soon++
  if (commits <= LATE) counts.late++
}

/** For each rule and slowdown, with how many of its commits it was seen; Infinity: never. */
function commitsUntilSeen(rules, { project, slowdowns, slowdown }) {
  const takes = rules.map((rule) => rule.start(project))
  const seenAfter = rules.map(() => slowdowns.map(() => Number.POSITIVE_INFINITY))
  for (let run = 0; run < project.runs; run++) {
    const row = rowOf(project, run)
    for (const each of slowdowns) slowDown(row, each, run, Math.log1p(slowdown))
    for (const [rule, take] of takes.entries()) {
      const alarms = new Set(take(row, run, project.processors[run]))
      for (const [index, { benchmark, run: from }] of slowdowns.entries()) {
        const commits = run >= from && alarms.has(benchmark) ? run - from + 1 : Number.POSITIVE_INFINITY
        seenAfter[rule][index] = Math.min(seenAfter[rule][index], commits)
      }
    }
  }
  return seenAfter
}

export function rowOf({ values, benchmarks }, run) {
  return values.slice(run * benchmarks, (run + 1) * benchmarks)
}

export function sumOf(classes) {
  const sum = { all: 0, soon: 0, late: 0 }
  for (const { all, soon, late } of classes) {
    sum.all += all
    sum.soon += soon
    sum.late += late
  }
  return sum
}
