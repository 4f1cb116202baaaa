import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeIstanbulShards } from '../istanbul-shards.mjs'
import { BENCH_FOLDER, measureScript } from '../measure.mjs'
import { atLeast, atMost } from '../rows.mjs'

const ROUNDS = 2
const BOUNDS = { speedUp: 1, peakMiB: 300 }

/** 115 shards of one test suite, 150 MB in all, against istanbul's own merge. */
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
  const start = startFolder(folder)
  const [theirs, ours] = [
    bestCpuMs(runs.theirs) - measureScript(scriptPath('merge-with-istanbul.mjs'), { args: [start] }).cpuMs,
    bestCpuMs(runs.ours) - measureScript(scriptPath('merge-with-testwarden.mjs'), { args: [start] }).cpuMs,
  ]
  const peakMiB = Math.max(...runs.ours.map((run) => run.peakMiB))
  return [
    { what: 'istanbul-lib-coverage, 115 shards of 1.3 MB, without start-up', value: `${Math.round(theirs)} ms` },
    atLeast(`115 Istanbul shards merged: times as fast (${Math.round(ours)} ms)`, theirs / ours, BOUNDS.speedUp),
    atMost('115 Istanbul shards merged: peak memory in MiB', peakMiB, BOUNDS.peakMiB),
  ]
}

/** One shard alone: what it takes is nearly all start-up, which here is that of a hundred modules that no bundle joined. */
function startFolder(folder) {
  const start = join(BENCH_FOLDER, 'istanbul-start')
  mkdirSync(start, { recursive: true })
  copyFileSync(join(folder, 'shard-0.json'), join(start, 'shard-0.json'))
  return start
}

function bestCpuMs(runs) {
  return Math.min(...runs.map(({ cpuMs }) => cpuMs))
}

function scriptPath(name) {
  return fileURLToPath(new URL(`../${name}`, import.meta.url))
}
