// Reads one report the way every gate does: found, detected, pumped through its reader, folded into the merged model.
// Usage: node scripts/bench/read-with-testwarden.mjs <folder> <file>
import { coverageFormats } from '../../packages/formats/lib/coverage/registry.js'
import { createCoverageMerger } from '../../packages/intake/lib/merge-coverage.js'
import { readReports } from '../../packages/intake/lib/read-reports.js'
import { createWorkspaceFiles } from '../../packages/platform/lib/files.js'

const [root, file] = process.argv.slice(2)
const files = createWorkspaceFiles({ root, reach: 'workspace' })
const merger = createCoverageMerger()
for await (const report of readReports({ patterns: [file], format: null, formats: coverageFormats }, files)) {
  if (!report.ok) throw report.error
  for (const one of report.model.files) merger.add(one, report.path)
}
console.log(merger.files().length)
