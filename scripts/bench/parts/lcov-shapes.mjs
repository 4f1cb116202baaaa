import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeBigLcov } from '../../../packages/testkit/lib/big-reports.js'
import { node24Path } from '../../node24.mjs'
import { BENCH_FOLDER, measureScript } from '../measure.mjs'
import { writeOneSection } from '../one-section.mjs'
import { atMost } from '../rows.mjs'

const BIG_BYTES = 50 * 1024 * 1024
/** Sections of half a kilobyte: a hundred thousand files. */
const FEW_LINES = 25
const ONE_SECTION = { lines: 2_500_000, arms: 1_000_000 }
const PEAK_MIB = 200

const READ = fileURLToPath(new URL('../read-with-testwarden.mjs', import.meta.url))

/** LCOV of fifty megabytes in the shapes that are hardest on memory, on every Node at hand: they collect garbage differently. */
export async function rows() {
  await writeBigLcov(join(BENCH_FOLDER, 'short-sections.info'), { bytes: BIG_BYTES, linesPerFile: FEW_LINES })
  await writeOneSection(join(BENCH_FOLDER, 'one-section.info'), ONE_SECTION)
  return nodes().flatMap(({ name, node }) => [
    peakRow(`LCOV of 50 MB in short sections, ${name}`, 'short-sections.info', node),
    peakRow(`LCOV of one section with a million different arms, ${name}`, 'one-section.info', node),
  ])
}

function peakRow(what, file, node) {
  const { peakMiB, cpuMs } = measureScript(READ, { args: [BENCH_FOLDER, file], node })
  return atMost(`${what}: peak memory in MiB (${Math.round(cpuMs)} ms)`, peakMiB, PEAK_MIB)
}

function nodes() {
  const other = node24Path()
  const own = { name: `Node ${process.versions.node.split('.')[0]}`, node: process.execPath }
  return other === null || other === process.execPath ? [own] : [own, { name: 'Node 24', node: other }]
}
