// Reads one report of test results: found, detected, pumped through its reader, and every case walked through once.
// Usage: node scripts/bench/read-tests-with-testwarden.mjs <folder> <file>
import { countTests } from '../../packages/core/lib/model/test-totals.js'
import { testRunFormats } from '../../packages/formats/lib/test-run/registry.js'
import { readReports } from '../../packages/intake/lib/read-reports.js'
import { createWorkspaceFiles } from '../../packages/platform/lib/files.js'

const [root, file] = process.argv.slice(2)
const files = createWorkspaceFiles({ root, reach: 'workspace' })
for await (const report of readReports({ patterns: [file], format: null, formats: testRunFormats }, files)) {
  if (!report.ok) throw report.error
  console.log(JSON.stringify(countTests(report.model.cases)))
}
