import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeIstanbulShards } from '../istanbul-shards.mjs'
import { BENCH_FOLDER, measureScript } from '../measure.mjs'
import { atLeast, atMost } from '../rows.mjs'

const ROUNDS = 3
const BOUNDS = { speedUp: 1.25, peakMiB: 300 }

/**
 * 115 shards of one test suite, 150 MB in all, against istanbul's own merge. CPU time of whole processes, start-up and
 * all, which takes longer here: a hundred modules that no bundle joined.
 */
export function rows() {
  const folder = join(BENCH_FOLDER, 'istanbul-shards')
  rmSync(folder, { recursive: true, force: true })
  writeIstanbulShards(folder)
  const runs = { theirs: [], ours: [] }
  // In turns, and the best of each: a busy machine can only make a run slower.
  for (let round = 0; round < ROUNDS; round++) {
    runs.theirs.push(measureScript(scriptPath('merge-with-istanbul.mjs'), { args: [folder] }))
    runs.ours.push(measureScript(scriptPath('merge-with-testwarden.mjs'), { args: [folder] }))
  }
  const [expected, merged] = [runs.theirs[0].stdout, runs.ours[0].stdout]
  if (merged !== expected) throw new Error(`istanbul merges to ${expected}, Testwarden to ${merged}`)
  const [theirs, ours] = [bestCpuMs(runs.theirs), bestCpuMs(runs.ours)]
  const peakMiB = Math.max(...runs.ours.map((run) => run.peakMiB))
  return [
    { what: 'istanbul-lib-coverage, 115 shards of 1.3 MB', value: `${Math.round(theirs)} ms` },
    atLeast(`115 Istanbul shards merged: times as fast (${Math.round(ours)} ms)`, theirs / ours, BOUNDS.speedUp),
    atMost('115 Istanbul shards merged: peak memory in MiB', peakMiB, BOUNDS.peakMiB),
  ]
}

function bestCpuMs(runs) {
  return Math.min(...runs.map(({ cpuMs }) => cpuMs))
}

function scriptPath(name) {
  return fileURLToPath(new URL(`../${name}`, import.meta.url))
}
