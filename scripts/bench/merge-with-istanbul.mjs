// Merges reports the way istanbul's own tools do. Usage: node scripts/bench/merge-with-istanbul.mjs <folder>
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import libCoverage from 'istanbul-lib-coverage'

const [folder] = process.argv.slice(2)
const map = libCoverage.createCoverageMap({})
for (const name of readdirSync(folder)) map.merge(JSON.parse(readFileSync(join(folder, name), 'utf8')))
const { lines, branches, functions, statements } = map.getCoverageSummary().data
const totals = { lines, branches, functions, statements }
console.log(JSON.stringify(Object.values(totals).map(({ covered, total }) => `${covered}/${total}`)))
