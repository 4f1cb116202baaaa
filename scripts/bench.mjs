// `npm run bench`: speed and memory as ratios in one run, so that they mean the same on every machine. Ends with 1 when
// a bound is broken. Usage: node scripts/bench.mjs   (after `tsc -b`; builds its own bundle)
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeBigCobertura, writeBigLcov } from '../packages/testkit/lib/big-reports.js'
import { CHANGED_FILES, CHANGED_LINES_PER_FILE, createChangedProject } from './bench/changed-project.mjs'
import { BENCH_FOLDER, measureScript, median, timeNode } from './bench/measure.mjs'
import { createSmallJob } from './bench/small-job.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const BIG_BYTES = 50 * 1024 * 1024
const LINES_PER_FILE = 200
/** Short files, so that fifty megabytes of Cobertura XML are more than five thousand of them. */
const LINES_PER_CHANGED_FILE = 60
const START_REPETITIONS = 7
const READ_ROUNDS = 2

const BOUNDS = { speedUp: 5, peakMiB: 200, start: 4, judging: 1 }

mkdirSync(BENCH_FOLDER, { recursive: true })
await writeBigCobertura(join(BENCH_FOLDER, 'big.xml'), { bytes: BIG_BYTES, linesPerFile: LINES_PER_FILE })
await writeBigLcov(join(BENCH_FOLDER, 'big.info'), { bytes: BIG_BYTES, linesPerFile: LINES_PER_FILE })
const rows = [...readingRows(), ...startRows(), ...(await changeRows())]
printTable(rows)
const broken = rows.filter(({ holds }) => holds === false)
console.log(`\nbench: ${rows.length} measures, ${broken.length} bounds broken`)
process.exitCode = broken.length === 0 ? 0 : 1

function readingRows() {
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

function startRows() {
  const dist = join(BENCH_FOLDER, 'dist')
  const built = spawnSync(process.execPath, ['scripts/bundle.mjs', '--out', 'build/bench/dist'], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  if (built.status !== 0) throw new Error('the bundle could not be built')
  const { script, workspace, env, outputPath } = createSmallJob(join(BENCH_FOLDER, 'job'), dist)
  const times = { bare: [], gate: [] }
  // In turns, so that a busy moment of the machine slows both.
  for (let round = 0; round < START_REPETITIONS; round++) {
    times.bare.push(timeNode(['-e', '0'], { cwd: workspace, env }))
    times.gate.push(timeNode([script], { cwd: workspace, env }))
  }
  if (!readFileSync(outputPath, 'utf8').includes('outcome')) throw new Error('the small job came to no verdict')
  const [bare, gate] = [median(times.bare), median(times.gate)]
  return [
    { what: 'node -e 0', value: `${Math.round(bare)} ms` },
    atMost(`coverage-gate on a small report: times node -e 0 (${Math.round(gate)} ms)`, gate / bare, BOUNDS.start),
  ]
}

async function changeRows() {
  const workspace = join(BENCH_FOLDER, 'changed-project')
  const reportPath = join(BENCH_FOLDER, 'change.xml')
  await writeBigCobertura(reportPath, { bytes: BIG_BYTES, linesPerFile: LINES_PER_CHANGED_FILE })
  const { base, head } = createChangedProject(workspace, { reportPath, linesPerFile: LINES_PER_CHANGED_FILE })
  copyFileSync(reportPath, join(workspace, 'coverage.xml'))
  const args = [workspace, 'coverage.xml', base, head]
  const { stdout, peakMiB } = measureScript(scriptPath('judge-change.mjs'), { args })
  const { changedLines, outcome, ...spentMs } = JSON.parse(stdout)
  if (changedLines !== CHANGED_FILES * CHANGED_LINES_PER_FILE)
    throw new Error(`${changedLines} changed lines were seen`)
  const phases = Object.entries(spentMs).map(([phase, ms]) => `${phase} ${Math.round(ms)}`)
  const judging = spentMs.diff + spentMs.decide + spentMs.present
  return [
    { what: `10,000 changed lines in 5,000 files (${outcome}), ms`, value: phases.join(', ') },
    atMost('reading the diff, deciding and presenting: times reading', judging / spentMs.read, BOUNDS.judging),
    atMost('10,000 changed lines: peak memory in MiB', peakMiB, BOUNDS.peakMiB),
  ]
}

function atLeast(what, value, bound) {
  return { what, value: value.toFixed(1), bound: `at least ${bound}`, holds: value >= bound }
}

function atMost(what, value, bound) {
  return { what, value: value.toFixed(value < 10 ? 2 : 0), bound: `at most ${bound}`, holds: value <= bound }
}

function printTable(table) {
  const [first, second] = ['what', 'value'].map((key) => Math.max(...table.map((row) => row[key].length)))
  for (const { what, value, bound = '', holds } of table) {
    const mark = holds === undefined ? '' : holds ? 'ok' : 'BROKEN'
    console.log(`${what.padEnd(first)}  ${value.padEnd(second)}  ${bound.padEnd(13)} ${mark}`.trimEnd())
  }
}

function scriptPath(name) {
  return fileURLToPath(new URL(`./bench/${name}`, import.meta.url))
}
