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
  /** Id of the tree that the commit holds: two commits with the same one hold the same files. @throws PlatformError */
  treeOf(sha: string): Promise<string>
  /** When the commit was made, by its committer's clock; ISO 8601, UTC. @throws PlatformError */
  timeOf(sha: string): Promise<string>
  /** Fetches the commit when it is missing. @throws PlatformError when it cannot be had. */
  ensureCommit(sha: string): Promise<void>
  /** null when the two have no common ancestor that is known here. */
  mergeBase(left: string, right: string): Promise<string | null>
  /** A name such as `main` or `origin/main` to a sha; null when there is no such thing. */
  resolve(revision: string): Promise<string | null>
  /** `sha` itself first, then along first parents, as far as known here and at most `limit`. */
  firstParents(sha: string, limit: number): Promise<readonly string[]>
  /**
   * Fetches history behind `sha`, commits only where the server allows it, so that {@link firstParents} sees further.
   * Does nothing where nothing is cut off. @throws PlatformError
   */
  deepen(sha: string, commits: number): Promise<void>
  /** Fetches the tip of a branch of `origin`. @throws PlatformError when there is no such branch */
  fetchBranch(name: string): Promise<string>
  /**
   * Content of a file as a commit has it, links inside the tree followed; the commit is fetched when it is missing.
   * null when the commit has no such file.
   * @param path relative to the repository's root, with `/`
   * @throws PlatformError when it is longer than `maxBytes`, no file, or a link that leads out of the tree
   */
  readFile(sha: string, path: string, maxBytes: number): Promise<string | null>
  /** Histogram diff, renames followed, no context lines. `head: null` means the working tree. */
  diff(base: string, head: string | null): Promise<Diff>
  /**
   * For each predicate over paths one hash over the files of a commit that it takes: equal where their paths, modes and
   * contents are. Paths are relative to the repository's root. @throws PlatformError
   */
  hashPaths(sha: string, predicates: readonly ((path: string) => boolean)[]): Promise<readonly string[]>
  /** All paths that git tracks in the workspace, relative to the repository's root. */
  trackedFiles(): Promise<readonly string[]>
  /** Where the workspace lies inside the repository: empty at its root, else a path that ends with `/`. */
  workspacePrefix(): Promise<string>
}

export type GitAbsence = 'no-git' | 'no-repository'
