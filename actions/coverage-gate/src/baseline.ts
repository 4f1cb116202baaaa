import type { BaselineFacts, CoverageFacts } from './facts.js'

export type RecordedBaseline = Extract<BaselineFacts, { kind: 'record' }>

/** The baseline that every leg compares with; null when there is none or the legs disagree. */
export function soleBaseline({ baselines }: CoverageFacts): RecordedBaseline | null {
  const [only] = baselines
  return baselines.length === 1 && only?.kind === 'record' ? only : null
}
