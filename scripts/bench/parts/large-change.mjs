import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeBigCobertura } from '../../../packages/testkit/lib/big-reports.js'
import { CHANGED_FILES, CHANGED_LINES_PER_FILE, createChangedProject } from '../changed-project.mjs'
import { BENCH_FOLDER, measureScript } from '../measure.mjs'
import { atMost } from '../rows.mjs'

const BIG_BYTES = 50 * 1024 * 1024
/** Short files, so that fifty megabytes of Cobertura XML are more than five thousand of them. */
const LINES_PER_FILE = 60
const BOUNDS = { judging: 1, peakMiB: 200 }
const JUDGE = fileURLToPath(new URL('../judge-change.mjs', import.meta.url))

/** Patch coverage of a large change: reading the report must dominate. */
export async function rows() {
  const workspace = join(BENCH_FOLDER, 'changed-project')
  const reportPath = join(BENCH_FOLDER, 'change.xml')
  await writeBigCobertura(reportPath, { bytes: BIG_BYTES, linesPerFile: LINES_PER_FILE })
  const { base, head } = createChangedProject(workspace, { reportPath, linesPerFile: LINES_PER_FILE })
  copyFileSync(reportPath, join(workspace, 'coverage.xml'))
  const args = [workspace, 'coverage.xml', base, head]
  const { stdout, peakMiB } = measureScript(JUDGE, { args })
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
