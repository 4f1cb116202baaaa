import { type ImportConfig, recordImport } from '@testwarden/action-flaky-detector/importing/import-runs'
import type { ArchiveContent } from '@testwarden/platform/history/archive'
import { type PastJob, pastRun, UNKNOWN_MACHINE } from './past-run.js'
import { planRecords, type RecordsPlan } from './plan-records.js'
import type { ReadRun } from './read-runs.js'

export interface ImportTarget extends PastJob {
  readonly config: ImportConfig
  /** Of the default branch, newest first. */
  readonly firstParents: readonly string[]
}

/** The records that past test runs would have left behind, on top of what the history holds. */
export function planRuns(content: ArchiveContent, runs: readonly ReadRun[], target: ImportTarget): RecordsPlan {
  const { config, firstParents, variant } = target
  const read = runs.map((each) => ({ ...each, run: pastRun(each, target, UNKNOWN_MACHINE) }))
  return planRecords(content, {
    runs: read.map(({ run }) => run),
    variant,
    title: 'Import past test runs',
    recordFor(at, known) {
      const imported = read[at]
      return imported === undefined ? { kind: 'empty' } : recordImport(imported, { known, config, firstParents })
    },
  })
}
