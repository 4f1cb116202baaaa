import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { node24Path } from '../../node24.mjs'
import { BENCH_DIST, bundleForBench } from '../bundle-for-bench.mjs'
import { BENCH_FOLDER, median, timeNode } from '../measure.mjs'
import { atMost } from '../rows.mjs'
import { createSmallJob } from '../small-job.mjs'

const REPETITIONS = 9
const BOUND = 4

/**
 * A whole run on a small report against a Node that does nothing. The bound is for both commands as one types them here.
 * The other rows are without the variables of this machine (NODE_EXTRA_CA_CERTS alone triples the time of a bare Node 20),
 * on the Node that runs actions.
 */
export function rows() {
  bundleForBench()
  const job = createSmallJob(join(BENCH_FOLDER, 'job'), BENCH_DIST)
  const here = measure(job, { node: process.execPath, env: { ...process.env, ...job.env } })
  const runner = measure(job, { node: node24Path() ?? process.execPath, env: job.env })
  if (!readFileSync(job.outputPath, 'utf8').includes('outcome')) throw new Error('the small job came to no verdict')
  return [
    { what: 'node -e 0', value: `${Math.round(here.bareMs)} ms` },
    atMost(`coverage-gate on a small report: times node -e 0 (${Math.round(here.gateMs)} ms)`, here.ratio, BOUND),
    { what: 'node -e 0, Node 24, nothing but a runner in its environment', value: `${Math.round(runner.bareMs)} ms` },
    {
      what: `coverage-gate there: times node -e 0 (${Math.round(runner.gateMs)} ms)`,
      value: runner.ratio.toFixed(2),
    },
  ]
}

function measure({ script, workspace }, { node, env }) {
  const times = { bare: [], gate: [] }
  // In turns, so that a busy moment of the machine slows both.
  for (let round = 0; round < REPETITIONS; round++) {
    times.bare.push(timeNode(['-e', '0'], { node, cwd: workspace, env }))
    times.gate.push(timeNode([script], { node, cwd: workspace, env }))
  }
  const [bareMs, gateMs] = [median(times.bare), median(times.gate)]
  return { bareMs, gateMs, ratio: gateMs / bareMs }
}
