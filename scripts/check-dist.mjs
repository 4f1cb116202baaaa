// Builds the bundle into build/dist and compares it with dist/, byte for byte. Also holds both to their size budget.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
/** Every job of every user downloads it. */
const MAX_DIST_BYTES = 3 * 1024 * 1024

const built = filesOf(join(ROOT, 'build', 'dist'))
const committed = filesOf(join(ROOT, 'dist'))
const faults = [...new Set([...built.keys(), ...committed.keys()])].sort().flatMap(compare)
const bytes = [...built.values()].reduce((sum, path) => sum + statSync(path).size, 0)
if (bytes > MAX_DIST_BYTES) faults.push(`dist is ${bytes} bytes, more than ${MAX_DIST_BYTES}`)
for (const fault of faults) console.error(fault)
console.log(`dist: ${built.size} files, ${bytes} bytes, ${faults.length} faults`)
if (faults.length > 0) {
  console.error('Run `npm run build` and commit dist/ by itself.')
  process.exitCode = 1
}

function filesOf(folder) {
  const names = readdirSync(folder, { recursive: true }).map(String)
  const files = names.filter((name) => statSync(join(folder, name)).isFile())
  return new Map(files.map((name) => [name.split(sep).join('/'), join(folder, name)]))
}

function compare(name) {
  const [left, right] = [built.get(name), committed.get(name)]
  if (left === undefined) return [`dist/${name} is no longer built`]
  if (right === undefined) return [`dist/${name} is missing`]
  return readFileSync(left).equals(readFileSync(right)) ? [] : [`dist/${name} is stale`]
}
