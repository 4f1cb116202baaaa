import type { Observation } from '@testwarden/core/model/evidence'
import type { PairedSettings } from './config.js'
import type { PairPolicy } from './pair-policy.js'
import type { PairTrees } from './pair-trees.js'

/** All that pairs are planned and read from; nothing of the rest of the facts. */
export interface PairSubject {
  readonly trees: PairTrees
  readonly observations: readonly Observation[]
  /** Of the machine. */
  readonly cores: number
  readonly settings: PairedSettings
  readonly policy: PairPolicy
}
