import type { Machine, RunContext } from '@testwarden/core/model/evidence'
import type { VariantKey } from '@testwarden/core/model/record-key'
import type { LocatedRun } from './locate-run.js'

/** Whose runs they are, so that the live job continues their records. */
export interface PastJob {
  readonly variant: VariantKey
  /** `main`; null where nobody knows. */
  readonly branch: string | null
}

/** A run by its id, of a commit that git knows. */
export interface NamedRun extends Omit<LocatedRun, 'ok'> {
  readonly run: string
  readonly attempt: number
}

export const UNKNOWN_MACHINE: Machine = { cpu: '', cores: 0, memoryMiB: 0, image: '' }

/** The context of a past run; the past has no pull request. */
export function pastRun(read: NamedRun, { variant, branch }: PastJob, machine: Machine): RunContext {
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
    machine,
  }
}
