// Files that outgrow one concept: sources and scripts over 250 lines. Tests may hold long tables of cases.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const MAX_LINES = 250

const files = ['packages', 'actions', 'scripts']
  .flatMap((top) => readdirSync(join(ROOT, top), { recursive: true }).map((name) => join(top, String(name))))
  .filter((file) => /\.(ts|mjs)$/.test(file) && !/node_modules|[\\/](lib|test)[\\/]/.test(file))
const long = files
  .map((file) => ({ file, lines: readFileSync(join(ROOT, file), 'utf8').split('\n').length }))
  .filter(({ lines }) => lines > MAX_LINES)
for (const { file, lines } of long) console.error(`${file}: ${lines} lines, more than ${MAX_LINES}: is it one concept?`)
console.log(`sizes: ${files.length} files, ${long.length} over ${MAX_LINES} lines`)
process.exitCode = long.length === 0 ? 0 : 1
