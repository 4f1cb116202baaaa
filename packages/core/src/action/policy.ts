import type { ConfigFile } from '../config/layer.js'
import type { Problem } from '../model/errors.js'

/**
 * Where the limits of a change come from. A push and a developer's machine have none of these: there the tested tree's
 * own config counts.
 */
export type PolicySource = BasePolicy | IllFormedPolicy | UnreachablePolicy

/** The config of the base branch, as it is at the newest commit of it that could be had. */
export interface BasePolicy extends PolicyPlace {
  readonly kind: 'base'
  /** null: the base branch has no config file. */
  readonly file: ConfigFile | null
  /** What the change started from, for telling what it alters; the same as `file` when the merge of both is tested. */
  readonly before: ConfigFile | null
  /** The config path that this run named and the base branch does not have; null when it has it. */
  readonly missing: string | null
}

/** The base branch has a config that nobody can use. The tested tree's counts, and nothing fails by it. */
export interface IllFormedPolicy extends PolicyPlace {
  readonly kind: 'ill-formed'
  readonly problem: Problem
}

/** No commit of the base branch could be read. The tested tree's config counts, and nothing passes by it. */
export interface UnreachablePolicy {
  readonly kind: 'unreachable'
  readonly branch: string | null
  readonly problem: Problem
}

interface PolicyPlace {
  /** `main`; null where the event does not say. */
  readonly branch: string | null
  readonly sha: string
}
