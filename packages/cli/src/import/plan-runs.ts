import { type ImportConfig, recordImport } from '@testwarden/action-flaky-detector/importing/import-runs'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { canonicalJson, type VariantKey, variantKeyOf } from '@testwarden/core/model/record-key'
import { encodeRecord } from '@testwarden/history/record-codec'
import { reviewSegments } from '@testwarden/history/review'
import { planImport } from '@testwarden/history/transfer'
import type { ArchiveContent, ArchivePlan } from '@testwarden/platform/history/archive'
import { recordEnvelope, recordOf } from '@testwarden/platform/record-of-run'
import type { ReadRun } from './read-runs.js'

/** Whose runs they are, so that the live job continues their records. */
export interface ImportTarget {
  readonly variant: VariantKey
  /** `main`; null where nobody knows. */
  readonly branch: string | null
  readonly config: ImportConfig
  /** Of the default branch, newest first. */
  readonly firstParents: readonly string[]
}

export type Fate = 'new' | 'known' | 'other' | 'empty'

export interface RunsPlan extends ArchivePlan {
  /** What becomes of each run, in their order. */
  readonly fates: readonly Fate[]
}

/** The records that runs would have left behind, on top of what the history holds. */
export function planRuns({ segments }: ArchiveContent, runs: readonly ReadRun[], target: ImportTarget): RunsPlan {
  const wanted = canonicalJson(target.variant)
  const known = reviewSegments(segments)
    .records.filter(({ key }) => canonicalJson(variantKeyOf(key)) === wanted)
    .sort((left, right) => Date.parse(left.time) - Date.parse(right.time))
  const fates: Fate[] = []
  const added: HistoryRecord[] = []
  for (const read of runs) {
    const run = runOf(read, target)
    const { config, firstParents } = target
    const record = recordImport({ ...read, run }, { known: [...known, ...added], config, firstParents })
    fates.push(record.kind)
    if (record.kind === 'new') added.push(recordOf(recordEnvelope(run), record.change))
  }
  const text = added.map((record) => `${encodeRecord(record)}\n`).join('')
  const { edit } = planImport(segments, { path: 'reports', text })
  return { edit, fates, title: 'Import past test runs' }
}

/** Nothing is known of the machine, and the past has no pull request. */
function runOf(read: ReadRun, { variant, branch }: ImportTarget): RunContext {
  return {
    key: { ...variant, checkRun: '', run: read.run, attempt: read.attempt },
    event: 'import',
    repository: null,
    serverUrl: null,
    branch: read.isOnLine ? branch : null,
    pullRequest: null,
    testedSha: read.sha,
    testedTree: read.tree,
    testedParent: read.parent,
    headSha: read.sha,
    base: { kind: 'history' },
    isBaseline: read.isOnLine,
    now: read.time,
    machine: { cpu: '', cores: 0, memoryMiB: 0, image: '' },
  }
}
