// Reads a report of benchmarks the way every gate does, and prints how many benchmarks, metrics and samples it has.
// Usage: node scripts/bench/read-benchmarks-with-testwarden.mjs <folder> <file>
import { countBenchmarks } from '../../packages/core/lib/model/benchmark-totals.js'
import { benchmarkFormats } from '../../packages/formats/lib/benchmark/registry.js'
import { readReports } from '../../packages/intake/lib/read-reports.js'
import { createWorkspaceFiles } from '../../packages/platform/lib/files.js'

const [root, file] = process.argv.slice(2)
const files = createWorkspaceFiles({ root, reach: 'workspace' })
for await (const report of readReports({ patterns: [file], format: null, formats: benchmarkFormats }, files)) {
  if (!report.ok) throw report.error
  if (report.warnings.length > 0) throw new Error(report.warnings[0].message)
  console.log(JSON.stringify(countBenchmarks(report.model.metrics)))
}
