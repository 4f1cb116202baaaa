import type { ReportedRun } from './plan-publication.js'

/** An open pull request, as GitHub lists it. */
export interface ListedPull {
  readonly number: number
  readonly headSha: string
  /** `owner/name`; null: it is gone. */
  readonly headRepository: string | null
  readonly baseRepository: string
  readonly baseBranch: string
  readonly labels: readonly string[]
}

export type FoundPull =
  | { readonly ok: true; readonly pull: ListedPull }
  /** A whole sentence. */
  | { readonly ok: false; readonly why: string }

/**
 * The one open pull request that a run was about. The event itself names none for forks, and what an artifact says of it
 * is anybody's word.
 * @param listed those whose head is the run's owner and branch
 * @param repository `owner/name` of the one that publishes
 */
export function findPull(listed: readonly ListedPull[], reported: ReportedRun, repository: string): FoundPull {
  const ours = listed.filter(
    ({ headRepository, baseRepository }) =>
      isSameRepository(headRepository, reported.headRepository) && isSameRepository(baseRepository, repository),
  )
  const matching = ours.filter(({ headSha }) => headSha === reported.headSha)
  const [pull] = matching
  if (pull !== undefined && matching.length === 1) return { ok: true, pull }
  const branch = `${reported.headRepository}:${reported.headBranch}`
  if (matching.length > 1) {
    const numbers = matching.map(({ number }) => `#${number}`).join(', ')
    return {
      ok: false,
      why: `Several pull requests come from ${branch} (${numbers}), so nobody can tell which was tested.`,
    }
  }
  const [moved] = ours
  if (moved === undefined) return { ok: false, why: `No open pull request comes from ${branch}.` }
  const head = reported.headSha.slice(0, 7)
  return { ok: false, why: `Pull request #${moved.number} has moved on from ${head}: its newer run is what counts.` }
}

/** GitHub keeps the case of names and ignores it. */
export function isSameRepository(left: string | null, right: string | null): boolean {
  return left !== null && right !== null && left.toLowerCase() === right.toLowerCase()
}
