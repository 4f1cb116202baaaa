import { lazily } from './lazily.js'
import { createSuffixIndex, type SuffixIndex } from './suffix-index.js'

/** The paths that git tracks, to be looked up in all the ways in which reports write them. */
export interface TrackedTree {
  has(path: string): boolean
  /** The only tracked path that is equal but for case. */
  inAnyCase(path: string): string | null
  readonly suffixes: () => SuffixIndex
  readonly suffixesInAnyCase: () => SuffixIndex
}

export function createTrackedTree(trackedFiles: readonly string[]): TrackedTree {
  const tracked = new Set(trackedFiles)
  const folded = lazily(() => foldCases(trackedFiles))
  return {
    has: (path) => tracked.has(path),
    inAnyCase: (path) => folded().get(path.toLowerCase()) ?? null,
    suffixes: lazily(() => createSuffixIndex(trackedFiles, (text) => text)),
    suffixesInAnyCase: lazily(() => createSuffixIndex(trackedFiles, (text) => text.toLowerCase())),
  }
}

/** null for names that differ in nothing but case: they answer to nobody. */
function foldCases(paths: readonly string[]): Map<string, string | null> {
  const folded = new Map<string, string | null>()
  for (const path of paths) {
    const key = path.toLowerCase()
    folded.set(key, folded.has(key) ? null : path)
  }
  return folded
}
