// `npm run check`: every check that CI asks before merging. Runs all of them, tells each, counts.
// Usage: node scripts/check.mjs [--without-tests]
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const CHECKS = [
  ['format and lint', 'npx', ['biome', 'check', '.']],
  ['types', 'npx', ['tsc', '-b']],
  ['layers', 'node', ['scripts/check-layers.mjs']],
  ['sizes', 'node', ['scripts/check-sizes.mjs']],
  ['generated files', 'node', ['scripts/generate.mjs', '--check']],
  ['script of the HTML page', 'node', ['scripts/generate-page-script.mjs', '--check']],
  ['schemas', 'node', ['scripts/generate-schemas.mjs', '--check']],
  ['workflows', 'node', ['scripts/lint-workflows.mjs']],
  ['bundle', 'node', ['scripts/bundle.mjs', '--out', 'build/dist']],
  ['dist', 'node', ['scripts/check-dist.mjs']],
  ['simulation of flaky-detector', 'node', ['scripts/simulate-flaky.mjs', '--seeds', '8']],
  ['simulation of perf-regression', 'node', ['scripts/simulate-perf.mjs', '--small']],
  ['unit, contract, golden', 'npm', ['run', 'unit']],
]

const checks = process.argv.includes('--without-tests') ? CHECKS.slice(0, -1) : CHECKS
const failed = checks.filter(([name, command, args]) => {
  console.log(`\n== ${name}`)
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' })
  return status !== 0
})
console.log(`\nchecks: ${checks.length - failed.length} passed, ${failed.length} failed`)
for (const [name] of failed) console.log(`failed: ${name}`)
process.exitCode = failed.length === 0 ? 0 : 1
