import { canonicalJson } from '@testwarden/core/model/record-key'
import { shortHash } from '@testwarden/core/render/issue-marker'
import { contentMark } from '@testwarden/history/pack-lines'

/** Where a trouble is. */
export interface IncidentPlace {
  /** By its name; of an expected run the file. */
  readonly workflow: string
  readonly branch: string
}

/** What an incident is about. Neither a run nor a commit nor a severity is part of it: those change while it lasts. */
export interface IncidentSubject extends IncidentPlace {
  /** `owner/name` */
  readonly repository: string
  /** A rule, or the cluster of failures that share a cause. */
  readonly cause: string
}

/** How every key begins. */
export const KEY_PREFIX = 'inc-'

/** Names the trouble in the marker of its issue, in history and in every service that is told of it. */
export function dedupKey({ repository, workflow, branch, cause }: IncidentSubject): string {
  // Names of repositories are the same in any case.
  const parts = canonicalJson([repository.toLowerCase(), workflow, branch, cause])
  // 128 bits are enough to be alone among all incidents of the world; paging services take up to 255 characters.
  return `${KEY_PREFIX}${contentMark(new TextEncoder().encode(parts))}`
}

/** Incidents of one place may explain one another. */
export function placeOf({ workflow, branch }: IncidentPlace): string {
  return shortHash(canonicalJson([workflow, branch]))
}

/** Runs of the same job, or of the same source, tell of the same incidents. */
export function tellerOf(parts: readonly string[]): string {
  return shortHash(canonicalJson(parts))
}
