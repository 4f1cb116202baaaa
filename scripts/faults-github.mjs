// Every request that a run sends to GitHub, answered once by each fault: what was missing, whether it was said, and
// whether the next run repaired it. Exit code 1 when a row is wrong. Usage: node scripts/faults-github.mjs
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const TABLE = join(ROOT, 'build', 'github-faults.json')
const COLUMNS = ['stage', 'call', 'fault', 'missing', 'said', 'verdict', 'repaired']

rmSync(TABLE, { force: true })
const { status } = spawnSync(process.execPath, ['scripts/test.mjs', 'test/e2e/github-faults'], {
  cwd: ROOT,
  stdio: ['ignore', 'ignore', 'inherit'],
})
const rows = JSON.parse(readFileSync(TABLE, 'utf8'))
const widths = COLUMNS.map((name) => Math.max(name.length, ...rows.map((row) => row[name].length)))
print(COLUMNS)
print(widths.map((width) => '-'.repeat(width)))
for (const row of rows) print(COLUMNS.map((name) => row[name]))
console.log(`\n${rows.length} faults; ${status === 0 ? 'all as they should be' : 'some are not as they should be'}`)
process.exitCode = status ?? 1

function print(cells) {
  console.log(`| ${cells.map((cell, index) => cell.padEnd(widths[index])).join(' | ')} |`)
}
