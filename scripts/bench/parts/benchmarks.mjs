import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeGoBenchmarks, writePytestBenchmarks } from '../big-benchmarks.mjs'
import { BENCH_FOLDER, measureScript } from '../measure.mjs'
import { atMost } from '../rows.mjs'

const MANY = { benchmarks: 10_000, samples: 10 }
/** A hundred megabytes, of which the numbers themselves are 23 MiB. */
const LONG = { benchmarks: 30, samples: 100_000 }
const ROUNDS = 3
const BOUNDS = { go: 2.5, json: 5, peakMiB: 180 }

/**
 * Reports of ten thousand benchmarks with ten samples each, found, detected and read, against a script that does no more than
 * it must; and raw data of a hundred megabytes. CPU time of whole processes, start-up and all.
 */
export async function rows() {
  await writeGoBenchmarks(join(BENCH_FOLDER, 'bench.txt'), MANY)
  await writePytestBenchmarks(join(BENCH_FOLDER, 'bench.json'), MANY)
  await writePytestBenchmarks(join(BENCH_FOLDER, 'raw.json'), LONG)
  const [go, json] = [compare('bench.txt'), compare('bench.json')]
  const raw = compare('raw.json')
  return [
    ...rowsOf('Go benchmarks, 10,000 with 10 samples', go, BOUNDS.go),
    ...rowsOf('pytest-benchmark, 10,000 with 10 samples', json, BOUNDS.json),
    ...rowsOf('pytest-benchmark, 100 MB of raw data', raw, BOUNDS.json),
    atMost('pytest-benchmark, 100 MB of raw data: peak memory in MiB', raw.peakMiB, BOUNDS.peakMiB),
  ]
}

function compare(file) {
  const runs = { plain: [], ours: [] }
  // In turns, and the best of each: a busy machine can only make a run slower.
  for (let round = 0; round < ROUNDS; round++) {
    runs.plain.push(measureScript(scriptPath('read-benchmarks-plainly.mjs'), { args: [join(BENCH_FOLDER, file)] }))
    runs.ours.push(measureScript(scriptPath('read-benchmarks-with-testwarden.mjs'), { args: [BENCH_FOLDER, file] }))
  }
  return {
    plain: bestOf(runs.plain),
    ours: bestOf(runs.ours),
    peakMiB: Math.max(...runs.ours.map((run) => run.peakMiB)),
  }
}

function bestOf(runs) {
  return runs.reduce((best, run) => (run.cpuMs < best.cpuMs ? run : best))
}

function rowsOf(what, { plain, ours }, bound) {
  const value = `${Math.round(plain.cpuMs)} ms, ${Math.round(plain.peakMiB)} MiB`
  return [
    { what: `${what}, read by a short script`, value },
    atMost(`${what}: times that (${Math.round(ours.cpuMs)} ms)`, ours.cpuMs / plain.cpuMs, bound),
  ]
}

function scriptPath(name) {
  return fileURLToPath(new URL(`../${name}`, import.meta.url))
}
