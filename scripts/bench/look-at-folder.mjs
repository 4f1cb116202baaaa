// Looks for reports of any kind in a folder, as `inspect` does. Usage: node scripts/bench/look-at-folder.mjs <folder>
import { benchmarkFormats } from '../../packages/formats/lib/benchmark/registry.js'
import { coverageFormats } from '../../packages/formats/lib/coverage/registry.js'
import { testRunFormats } from '../../packages/formats/lib/test-run/registry.js'
import { readReports } from '../../packages/intake/lib/read-reports.js'
import { createWorkspaceFiles } from '../../packages/platform/lib/files.js'

const [root] = process.argv.slice(2)
const formats = [...benchmarkFormats, ...coverageFormats, ...testRunFormats]
let count = 0
for await (const _ of readReports(
  { patterns: ['*.json'], format: null, formats },
  createWorkspaceFiles({ root, reach: 'workspace' }),
))
  count++
console.log(count)
