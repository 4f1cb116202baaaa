// Merges reports the way every gate does. Usage: node scripts/bench/merge-with-testwarden.mjs <folder>
import { countCoverage } from '../../packages/core/lib/model/coverage-totals.js'
import { coverageFormats } from '../../packages/formats/lib/coverage/registry.js'
import { createCoverageMerger } from '../../packages/intake/lib/merge-coverage.js'
import { readReports } from '../../packages/intake/lib/read-reports.js'
import { createWorkspaceFiles } from '../../packages/platform/lib/files.js'

const [root] = process.argv.slice(2)
const files = createWorkspaceFiles({ root, reach: 'workspace' })
const merger = createCoverageMerger()
for await (const report of readReports({ patterns: ['*.json'], format: null, formats: coverageFormats }, files)) {
  if (!report.ok) throw report.error
  for (const file of report.model.files) merger.add(file, report.path)
}
const { lines, branches, functions, statements } = countCoverage(merger.files())
const totals = { lines, branches, functions, statements }
console.log(JSON.stringify(Object.values(totals).map(({ covered, total }) => `${covered}/${total}`)))
