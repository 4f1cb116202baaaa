import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BENCH_FOLDER } from './measure.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
export const BENCH_DIST = join(BENCH_FOLDER, 'dist')
export const BENCH_CLI = join(BENCH_DIST, 'cli', 'index.js')

let isBundled = false

/** What users run, bundled once for all parts of a bench. */
export function bundleForBench() {
  if (isBundled) return
  const args = ['scripts/bundle.mjs', '--out', 'build/bench/dist']
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) throw new Error('the bundle could not be built')
  isBundled = true
}
