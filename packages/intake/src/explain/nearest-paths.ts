import { suggest } from '@testwarden/core/config/suggest'
import { fileNameOf, tidyPath } from './asked-file.js'

const SHOWN_MAX = 5
/** Distances between names take time; nobody misses the rest. */
const COMPARED_MAX = 20_000

/** Known paths that somebody may have meant: of the same file name, else of a name that is nearly it. */
export function nearestPaths(asked: string, known: Iterable<string>): readonly string[] {
  const paths = [...known]
  const name = fileNameOf(asked)
  const sameName = paths.filter((path) => fileNameOf(path) === name)
  if (sameName.length > 0) return byCommonEnd(asked, sameName)
  const near = suggest(name, new Set(paths.slice(0, COMPARED_MAX).map(fileNameOf)))
  return near === null
    ? []
    : byCommonEnd(
        asked,
        paths.filter((path) => fileNameOf(path) === near),
      )
}

/** First those that share most folders with what was asked for, counted from the name up. */
function byCommonEnd(asked: string, paths: readonly string[]): readonly string[] {
  const wanted = tidyPath(asked).toLowerCase().split('/').reverse()
  const ranked = paths.map((path) => ({ path, rank: commonParts(wanted, path.toLowerCase().split('/').reverse()) }))
  ranked.sort((left, right) => right.rank - left.rank || (left.path < right.path ? -1 : 1))
  return ranked.slice(0, SHOWN_MAX).map(({ path }) => path)
}

function commonParts(left: readonly string[], right: readonly string[]): number {
  let count = 0
  while (count < left.length && left[count] === right[count]) count++
  return count
}
