import type { Reader } from '../format.js'
import { guardedReader } from '../guarded-reader.js'
import { JsonScanner } from '../json/scanner.js'
import { WarningLog } from '../warning-log.js'
import type { BenchmarkRun } from './benchmark-run.js'
import { runsVisitor } from './runs-visitor.js'
import { ScriptShell } from './script-shell.js'

/**
 * Reads the history that github-action-benchmark keeps: `data.js`, or the JSON of `external-data-json-path`. Runs come in
 * the order of the file, which is that of each suite; one that is cut off is partial as soon as it has a run.
 * @param path for messages
 * @see https://github.com/benchmark-action/github-action-benchmark/blob/master/src/write.ts
 */
export function dataJsReader(path: string): Reader<readonly BenchmarkRun[]> {
  const warnings = new WarningLog()
  const runs: BenchmarkRun[] = []
  const scanner = new JsonScanner(runsVisitor(runs, warnings), { path, warnings, numbers: 'measures' })
  const shell = new ScriptShell(path, (json) => scanner.write(json))
  return guardedReader(path, {
    warnings,
    write: (text) => shell.write(text),
    end() {
      shell.end()
      const early = scanner.endAnywhere()
      if (early !== null && runs.length === 0) throw early
      if (early !== null) warnings.add('the file ends early: later runs are missing', early.line)
      return { model: runs, partial: early !== null }
    },
  })
}
