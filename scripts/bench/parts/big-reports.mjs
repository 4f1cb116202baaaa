import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeBigCobertura, writeBigLcov } from '../../../packages/testkit/lib/big-reports.js'
import { BENCH_FOLDER, measureScript } from '../measure.mjs'
import { atLeast, atMost } from '../rows.mjs'

const BIG_BYTES = 50 * 1024 * 1024
const LINES_PER_FILE = 200
const READ_ROUNDS = 4
const BOUNDS = { speedUp: 5, peakMiB: 200 }

/** Reading Cobertura and LCOV of fifty megabytes, against fast-xml-parser on the same XML. */
export async function rows() {
  await writeBigCobertura(join(BENCH_FOLDER, 'big.xml'), { bytes: BIG_BYTES, linesPerFile: LINES_PER_FILE })
  await writeBigLcov(join(BENCH_FOLDER, 'big.info'), { bytes: BIG_BYTES, linesPerFile: LINES_PER_FILE })
  const runs = { usual: [], xml: [], lcov: [] }
  // In turns, and the best of each: a busy machine can only make a run slower.
  for (let round = 0; round < READ_ROUNDS; round++) {
    runs.usual.push(
      measureScript(scriptPath('read-with-fast-xml-parser.mjs'), { args: [join(BENCH_FOLDER, 'big.xml')] }),
    )
    runs.xml.push(measureScript(scriptPath('read-with-testwarden.mjs'), { args: [BENCH_FOLDER, 'big.xml'] }))
    runs.lcov.push(measureScript(scriptPath('read-with-testwarden.mjs'), { args: [BENCH_FOLDER, 'big.info'] }))
  }
  const [usual, xml, lcov] = [runs.usual, runs.xml, runs.lcov].map(bestOf)
  // Source files are all of one shape, so the XML of LCOV's data would take as many times longer as LCOV lists more.
  const sameData = (usual.cpuMs * lcov.fileCount) / xml.fileCount
  const byteForByte = (usual.cpuMs / lcov.cpuMs).toFixed(1)
  return [
    { what: 'fast-xml-parser, 50 MB of XML', value: `${Math.round(usual.cpuMs)} ms, ${Math.round(usual.peakMiB)} MiB` },
    atLeast(`Cobertura of 50 MB: times as fast (${Math.round(xml.cpuMs)} ms)`, usual.cpuMs / xml.cpuMs, BOUNDS.speedUp),
    atMost('Cobertura of 50 MB: peak memory in MiB', xml.peakMiB, BOUNDS.peakMiB),
    atLeast(
      `LCOV of 50 MB: times as fast on the same data (${Math.round(lcov.cpuMs)} ms; ${byteForByte} byte for byte)`,
      sameData / lcov.cpuMs,
      BOUNDS.speedUp,
    ),
    atMost('LCOV of 50 MB: peak memory in MiB', lcov.peakMiB, BOUNDS.peakMiB),
  ]
}

function bestOf(runs) {
  return {
    cpuMs: Math.min(...runs.map((run) => run.cpuMs)),
    peakMiB: Math.max(...runs.map((run) => run.peakMiB)),
    fileCount: Number(runs[0].stdout),
  }
}

function scriptPath(name) {
  return fileURLToPath(new URL(`../${name}`, import.meta.url))
}
