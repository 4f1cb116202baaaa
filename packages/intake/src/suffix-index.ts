/** Finds the known path that shares the most trailing components with a given one. */
export interface SuffixIndex {
  longestMatch(parts: readonly string[]): SuffixMatch
}

export interface SuffixMatch {
  /** How many trailing components are equal; 0 when not even the file name is known. */
  readonly depth: number
  /** The paths that share them; a few when many do. */
  readonly paths: readonly string[]
}

/** Enough to tell that a match is ambiguous and to show between what. */
const MAX_PATHS = 5

/**
 * Paths sorted by their components from the last to the first: those that share an ending lie side by side, so a binary
 * search finds the longest ending, however often a file name such as `index.ts` occurs.
 * @param fold applied to both sides, such as lower-casing
 */
export function createSuffixIndex(paths: readonly string[], fold: (text: string) => string): SuffixIndex {
  const entries = paths.map((path) => ({ path, key: reversed(fold(path).split('/')) }))
  entries.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0))
  return {
    longestMatch(parts) {
      const key = reversed(parts.map(fold))
      const at = firstNotBelow(entries, key)
      const depth = Math.max(commonDepth(entries[at - 1]?.key, key), commonDepth(entries[at]?.key, key))
      if (depth === 0) return { depth, paths: [] }
      const matches: string[] = []
      for (let i = at - 1; matches.length < MAX_PATHS && commonDepth(entries[i]?.key, key) === depth; i--)
        matches.push(entries[i]?.path ?? '')
      for (let i = at; matches.length < MAX_PATHS && commonDepth(entries[i]?.key, key) === depth; i++)
        matches.push(entries[i]?.path ?? '')
      return { depth, paths: matches.sort() }
    },
  }
}

function reversed(parts: readonly string[]): string {
  return `${[...parts].reverse().join('/')}/`
}

function firstNotBelow(entries: readonly { readonly key: string }[], key: string): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((entries[middle]?.key ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}

function commonDepth(known: string | undefined, key: string): number {
  if (known === undefined) return 0
  let depth = 0
  for (let i = 0; i < known.length && i < key.length && known[i] === key[i]; i++) if (known[i] === '/') depth++
  return depth
}
