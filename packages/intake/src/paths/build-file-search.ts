/** Where the build files of a repository are looked for. */
export interface BuildFileSearch {
  /** Relative to the repository; null without one. */
  readonly trackedFiles: readonly string[] | null
  /** Where the workspace lies inside the repository: empty at its root, else a path that ends with `/`. */
  readonly workspacePrefix: string
}
