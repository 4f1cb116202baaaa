// `npm run bench`: speed and memory as ratios in one run, so that they mean the same on every machine. Ends with 1 when
// a bound is broken. Usage: node scripts/bench.mjs [part...]   (after `tsc -b`); a part is a file of scripts/bench/parts/
// that exports `rows()`.
import { mkdirSync, readdirSync } from 'node:fs'
import { BENCH_FOLDER } from './bench/measure.mjs'
import { printTable } from './bench/rows.mjs'

const PARTS = new URL('./bench/parts/', import.meta.url)
const known = readdirSync(PARTS)
  .map((file) => file.replace(/\.mjs$/, ''))
  .sort()
const wanted = process.argv.slice(2)
const unknown = wanted.filter((part) => !known.includes(part))
if (unknown.length > 0) throw new Error(`no part is called ${unknown.join(', ')}; there are ${known.join(', ')}`)

mkdirSync(BENCH_FOLDER, { recursive: true })
const rows = []
for (const part of wanted.length > 0 ? wanted : known) {
  const measured = await import(new URL(`${part}.mjs`, PARTS).href)
  rows.push(...(await measured.rows()))
}
printTable(rows)
const broken = rows.filter(({ holds }) => holds === false)
console.log(`\nbench: ${rows.length} measures, ${broken.length} bounds broken`)
process.exitCode = broken.length === 0 ? 0 : 1
