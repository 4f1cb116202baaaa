import type { Location } from '@testwarden/core/model/finding'
import type { Severity } from '@testwarden/core/model/severity'
import type { Category } from '@testwarden/failures/categories/category'
import type { SeverityCause } from '../severity/judge-severity.js'

/** Something that is wrong in this run and may need a person: one for each cause. */
export interface Trouble {
  /** Who tells of it, and so who sees that it is over: see `TroubleSource`. */
  readonly source: TroubleSource
  /** Tells it from others of the same workflow and branch, in every run: part of the dedup key. */
  readonly cause: string
  /** Other names of the same, such as further fingerprints of its failures: an incident of any of them is its incident. */
  readonly otherCauses: readonly string[]
  readonly severity: Severity
  readonly because: TroubleCause
  /** One line, for people. */
  readonly title: string
  /** What was said of it beyond its tests; null: nothing. */
  readonly said: string | null
  /** Of the failures; null where nobody knows, or where no test failed. */
  readonly category: Category | null
  /** The worst first; those that are not listed are counted. */
  readonly tests: readonly TroubledTest[]
  readonly testCount: number
  /** Whether the surroundings are at fault, such as a full disk: other failures of the run may be its doing. */
  readonly isSurroundings: boolean
}

/**
 * `run`: tests and gates of this very run. `workflow`: how a run of another workflow ended. `heartbeat`: runs that did not
 * happen.
 */
export type TroubleSource = 'run' | 'workflow' | 'heartbeat'

export type TroubleCause =
  | SeverityCause
  /** A gate of this step failed. */
  | { readonly kind: 'gate'; readonly gate: string; readonly rule: string }
  /** A workflow ended badly, and nothing more is known of it. */
  | { readonly kind: 'workflow'; readonly conclusion: string }
  /** A run that was expected did not happen. */
  | { readonly kind: 'missed-run'; readonly workflow: string; readonly since: string | null }

export interface TroubledTest {
  /** See `TestKey`. */
  readonly key: string
  readonly location: Location | null
  /** First line of what it said. */
  readonly message: string
  readonly owners: readonly string[]
  /** Names of kinds of tests that it is of. */
  readonly kinds: readonly string[]
}
