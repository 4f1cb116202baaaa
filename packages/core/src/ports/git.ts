import type { Diff } from '../model/diff.js'

/**
 * Questions to the repository that the workspace belongs to. Nothing here writes to the user's checkout, refs or
 * config: missing commits are fetched into a repository of our own that borrows the user's objects.
 */
export interface Git {
  /** null outside a repository and on a machine without git; {@link GitAbsence} says which. */
  readonly absence: GitAbsence | null
  /** Commit that HEAD points to. */
  headSha(): Promise<string>
  /** Parents as the raw commit lists them, so that they are known even where history was cut off. */
  parents(sha: string): Promise<readonly string[]>
  /** Fetches the commit when it is missing. @throws PlatformError when it cannot be had. */
  ensureCommit(sha: string): Promise<void>
  /** null when the two have no common ancestor that is known here. */
  mergeBase(left: string, right: string): Promise<string | null>
  /** A name such as `main` or `origin/main` to a sha; null when there is no such thing. */
  resolve(revision: string): Promise<string | null>
  /** `sha` itself first, then along first parents, as far as known here and at most `limit`. */
  firstParents(sha: string, limit: number): Promise<readonly string[]>
  /** Histogram diff, renames followed, no context lines. `head: null` means the working tree. */
  diff(base: string, head: string | null): Promise<Diff>
  /** All paths that git tracks in the workspace, relative to the repository's root. */
  trackedFiles(): Promise<readonly string[]>
  /** Where the workspace lies inside the repository: empty at its root, else a path that ends with `/`. */
  workspacePrefix(): Promise<string>
}

export type GitAbsence = 'no-git' | 'no-repository'
