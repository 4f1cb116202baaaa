// Reads one report of test runs as a gate does and walks through its cases; prints the milliseconds and the count.
// Usage: node parse-report.mjs <folder> <file>
import { junit } from '../../packages/formats/lib/test-run/junit.js'
import { readReports } from '../../packages/intake/lib/read-reports.js'
import { createWorkspaceFiles } from '../../packages/platform/lib/files.js'

const [root, file] = process.argv.slice(2)
const files = createWorkspaceFiles({ root, reach: 'workspace' })
const startedMs = performance.now()
let cases = 0
for await (const report of readReports({ patterns: [file], format: null, formats: [junit] }, files)) {
  if (!report.ok) throw report.error
  for (const _ of report.model.cases) cases++
}
console.log(JSON.stringify({ wallMs: performance.now() - startedMs, cases }))
