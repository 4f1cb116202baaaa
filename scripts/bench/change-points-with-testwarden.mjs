// Usage: node change-points-with-testwarden.mjs <series.json> <passes>; prints the milliseconds of CPU time of each pass
// over all series, and the answers.
import { readFileSync } from 'node:fs'
import { createChangePointFinder } from '../../packages/stats/lib/e-divisive/find-series-change-points.js'

const [path, passes] = process.argv.slice(2)
const series = JSON.parse(readFileSync(path, 'utf8'))
const cpuMs = []
let answers = []
for (let pass = 0; pass < Number(passes); pass++) {
  const before = process.cpuUsage()
  const find = createChangePointFinder()
  answers = series.map((one) => find(one))
  const { user, system } = process.cpuUsage(before)
  cpuMs.push((user + system) / 1000)
}
const rows = answers.map((points) =>
  points.map(({ index, pValue, magnitude, meanBefore, meanAfter }) => [
    index,
    pValue,
    magnitude,
    meanBefore,
    meanAfter,
  ]),
)
console.log(JSON.stringify({ cpuMs, answers: rows }))
