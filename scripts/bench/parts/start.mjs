import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { node24Path } from '../../node24.mjs'
import { BENCH_FOLDER, median, timeNode } from '../measure.mjs'
import { atMost } from '../rows.mjs'
import { createSmallJob } from '../small-job.mjs'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const REPETITIONS = 9
const BOUND = 4

/**
 * A whole run on a small report against a Node that does nothing. The bound is for both commands as one types them here.
 * The other rows are without the variables of this machine (NODE_EXTRA_CA_CERTS alone triples the time of a bare Node 20),
 * on the Node that runs actions.
 */
export function rows() {
  bundle()
  const job = createSmallJob(join(BENCH_FOLDER, 'job'), join(BENCH_FOLDER, 'dist'))
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

function bundle() {
  const args = ['scripts/bundle.mjs', '--out', 'build/bench/dist']
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) throw new Error('the bundle could not be built')
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
