// `npm run simulate:flaky`: how often the diagnosis of flaky-detector is right, on made-up projects whose truth is known.
// Ends with 1 when a promise of docs/flakiness.md is broken. Usage: node scripts/simulate-flaky.mjs [--seeds <n>]   (after
// `tsc -b`); 200 projects unless said otherwise.
import { parseArgs } from 'node:util'
import { makeProject } from './simulate-flaky/project.mjs'
import { replay } from './simulate-flaky/replay.mjs'
import { printScores } from './simulate-flaky/report.mjs'
import { brokenLimits, count, DETECTORS, newScore } from './simulate-flaky/score.mjs'

const WAYS = [
  { title: 'without retries', retries: 0, pullRequests: 0 },
  { title: 'without retries, three pull requests for each commit', retries: 0, pullRequests: 3 },
  { title: 'with two retries', retries: 2, pullRequests: 0 },
]

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '200' } } })
const seeds = Number(values.seeds)
if (!Number.isInteger(seeds) || seeds < 1) throw new Error(`--seeds takes a whole number, not ${values.seeds}`)

const projects = Array.from({ length: seeds }, (_, seed) => makeProject(seed))
const breaks = projects.flatMap(({ tests }) => tests.flatMap((test) => test.breaks)).length
console.log(`${seeds} projects, ${breaks} breaks of tests`)

const broken = WAYS.flatMap(({ title, ...way }) => {
  const scores = simulate(way)
  printScores(title, scores)
  return brokenLimits(scores[0], way.retries).map((limit) => `${title}: ${limit}`)
})
console.log(`\nsimulation: ${broken.length} promises broken`)
for (const limit of broken) console.log(limit)
process.exitCode = broken.length === 0 ? 0 : 1

function simulate(way) {
  const scores = DETECTORS.map(newScore)
  projects.forEach((project, seed) => {
    replay(project, { seed, ...way }, (failure) => {
      DETECTORS.forEach(({ callsFlake }, index) => {
        count(scores[index], failure, callsFlake(failure))
      })
    })
  })
  return scores
}
