import type { SharedSettings } from '@testwarden/core/action/shared-config'
import { staleness } from '@testwarden/core/baseline/staleness'
import { limitOrigin } from '@testwarden/core/config/field'
import type { LimitOrigin } from '@testwarden/core/model/verdict'
import type { RecordedBaseline } from './baseline.js'

export interface StaleBaseline {
  /** Of the limit that is broken: an assumed one only advises. */
  readonly origin: LimitOrigin
  readonly message: string
}

/** null: near enough to be compared with. */
export function staleBaseline(
  baseline: RecordedBaseline,
  now: string,
  settings: SharedSettings['baseline'],
): StaleBaseline | null {
  const limits = { maxDays: settings['max-days'], maxCommits: settings['max-commits'] }
  const broken = staleness(baseline, now, { maxDays: limits.maxDays.value, maxCommits: limits.maxCommits.value })
  const [worst] = broken
    .map(({ limit, how }) => ({ origin: limitOrigin(limits[limit]), how }))
    .sort((left, right) => Number(right.origin === 'written') - Number(left.origin === 'written'))
  if (worst === undefined) return null
  const remedy = 'Run the gate on the default branch, with a schedule if it rests for long: that writes a new one.'
  return { origin: worst.origin, message: `The baseline is ${worst.how}. ${remedy}` }
}
