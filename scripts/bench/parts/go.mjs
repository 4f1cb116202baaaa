import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeGoProfile } from '../go-profile.mjs'
import { BENCH_FOLDER, measureScript } from '../measure.mjs'
import { atMost } from '../rows.mjs'

const BLOCKS = 1_000_000
const ROUNDS = 3
const BOUNDS = { ratio: 3, peakMiB: 200 }

/**
 * A Go profile of a million blocks, found, detected, read and merged, against reading its text and splitting the lines.
 * CPU time of whole processes, start-up and all.
 */
export async function rows() {
  const file = 'cover.out'
  await writeGoProfile(join(BENCH_FOLDER, file), BLOCKS)
  const runs = { split: [], ours: [] }
  // In turns, and the best of each: a busy machine can only make a run slower.
  for (let round = 0; round < ROUNDS; round++) {
    runs.split.push(measureScript(scriptPath('split-lines.mjs'), { args: [join(BENCH_FOLDER, file)] }))
    runs.ours.push(measureScript(scriptPath('read-with-testwarden.mjs'), { args: [BENCH_FOLDER, file] }))
  }
  const [split, ours] = [bestCpuMs(runs.split), bestCpuMs(runs.ours)]
  return [
    { what: 'text of a Go profile of 1 million blocks split into lines', value: `${Math.round(split)} ms` },
    atMost(`Go profile of 1 million blocks: times that (${Math.round(ours)} ms)`, ours / split, BOUNDS.ratio),
    atMost(
      'Go profile of 1 million blocks: peak memory in MiB',
      Math.max(...runs.ours.map((run) => run.peakMiB)),
      BOUNDS.peakMiB,
    ),
  ]
}

function bestCpuMs(runs) {
  return Math.min(...runs.map(({ cpuMs }) => cpuMs))
}

function scriptPath(name) {
  return fileURLToPath(new URL(`../${name}`, import.meta.url))
}
