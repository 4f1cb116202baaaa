import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeBigJacoco } from '../../../packages/testkit/lib/big-reports.js'
import { BENCH_FOLDER, measureScript } from '../measure.mjs'
import { atLeast, atMost } from '../rows.mjs'

const REPORT = { bytes: 50 * 1024 * 1024, linesPerFile: 200 }
const BOUNDS = { speedUp: 5, peakMiB: 200 }

/** Reading JaCoCo of fifty megabytes, against fast-xml-parser on the same file: the bounds of Cobertura. */
export async function rows() {
  const file = 'big-jacoco.xml'
  await writeBigJacoco(join(BENCH_FOLDER, file), REPORT)
  const usual = measureScript(scriptPath('read-with-fast-xml-parser.mjs'), { args: [join(BENCH_FOLDER, file)] })
  const runs = [1, 2].map(() => measureScript(scriptPath('read-with-testwarden.mjs'), { args: [BENCH_FOLDER, file] }))
  const cpuMs = Math.min(...runs.map((run) => run.cpuMs))
  return [
    { what: 'fast-xml-parser, 50 MB of JaCoCo', value: `${Math.round(usual.cpuMs)} ms` },
    atLeast(`JaCoCo of 50 MB: times as fast (${Math.round(cpuMs)} ms)`, usual.cpuMs / cpuMs, BOUNDS.speedUp),
    atMost('JaCoCo of 50 MB: peak memory in MiB', Math.max(...runs.map((run) => run.peakMiB)), BOUNDS.peakMiB),
  ]
}

function scriptPath(name) {
  return fileURLToPath(new URL(`../${name}`, import.meta.url))
}
