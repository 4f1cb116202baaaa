import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeBigJunit } from '../big-junit.mjs'
import { BENCH_FOLDER, measureScript } from '../measure.mjs'
import { atLeast, atMost } from '../rows.mjs'

const REPORT = { bytes: 100 * 1024 * 1024, cases: 500_000 }
const BOUNDS = { speedUp: 4, peakMiB: 150 }
/** The tree of xml2js is larger than what Node gives a script. */
const ROOM = { ...process.env, NODE_OPTIONS: '--max-old-space-size=8192' }

/** Reading JUnit XML of a hundred megabytes with half a million cases, against xml2js on the same file. */
export async function rows() {
  const file = 'big-junit.xml'
  await writeBigJunit(join(BENCH_FOLDER, file), REPORT)
  const usual = measureScript(scriptPath('read-with-xml2js.mjs'), { args: [join(BENCH_FOLDER, file)], env: ROOM })
  const runs = [1, 2].map(() =>
    measureScript(scriptPath('read-tests-with-testwarden.mjs'), { args: [BENCH_FOLDER, file] }),
  )
  const cpuMs = Math.min(...runs.map((run) => run.cpuMs))
  return [
    { what: 'xml2js, 100 MB of JUnit XML', value: `${Math.round(usual.cpuMs)} ms, ${Math.round(usual.peakMiB)} MiB` },
    atLeast(`JUnit of 100 MB: times as fast (${Math.round(cpuMs)} ms)`, usual.cpuMs / cpuMs, BOUNDS.speedUp),
    atMost('JUnit of 100 MB: peak memory in MiB', Math.max(...runs.map((run) => run.peakMiB)), BOUNDS.peakMiB),
  ]
}

function scriptPath(name) {
  return fileURLToPath(new URL(`../${name}`, import.meta.url))
}
