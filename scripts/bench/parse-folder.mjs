// Reads and parses every file of a folder. Usage: node scripts/bench/parse-folder.mjs <folder>
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder] = process.argv.slice(2)
let count = 0
for (const file of readdirSync(folder)) {
  JSON.parse(readFileSync(join(folder, file), 'utf8'))
  count++
}
console.log(count)
