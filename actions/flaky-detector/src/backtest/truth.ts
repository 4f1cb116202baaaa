import type { TestKey } from '@testwarden/core/model/test-key'
import { commitsOf, type StoryCell } from '../diagnosis/story.js'
import { storyOf } from '../reading/build-past.js'
import { readCells } from '../reading/story-text.js'
import { pastOf, type RecordedVariant } from './recorded-variant.js'

/** What a failure was, told by what came after it: docs/flakiness.md. */
export type Truth = 'flake' | 'real' | 'undetermined'

/** So many commits in a row are a regression, however they ended. */
const REAL_COMMITS = 3

/**
 * The truth about failures, with all that is known today. `flake`: the same tree passed later in the same variant.
 * `real`: it failed at three commits or more, until a commit mended it or until now.
 * @param run index of a record of the default branch in which the test failed
 */
export function createTruth(variant: RecordedVariant): (key: TestKey, run: number) => Truth {
  const { records, runs } = variant
  const { timeline } = pastOf(variant, { before: records.length, testedSha: null })
  const runsOfTree = indexByTree(variant)
  const stories = new Map<TestKey, readonly StoryCell[]>()
  const cellsOf = (key: TestKey): readonly StoryCell[] => {
    const cells = stories.get(key) ?? readCells(storyOf([key], timeline).cells, timeline.commits) ?? []
    stories.set(key, cells)
    return cells
  }
  return (key, run) => {
    const record = records[run]
    if (record === undefined) return 'undetermined'
    const later = (record.tree === null ? [] : (runsOfTree.get(record.tree) ?? [])).filter((other) => other >= run)
    if (later.some((other) => (runs.cellOf(other, key)?.passed ?? 0) > 0)) return 'flake'
    return streakAt(cellsOf(key), record.testedSha) >= REAL_COMMITS ? 'real' : 'undetermined'
  }
}

function indexByTree({ records }: RecordedVariant): ReadonlyMap<string, readonly number[]> {
  const byTree = new Map<string, number[]>()
  for (const [index, { tree }] of records.entries()) {
    if (tree === null) continue
    const known = byTree.get(tree)
    if (known === undefined) byTree.set(tree, [index])
    else known.push(index)
  }
  return byTree
}

/** How many commits in a row nothing passed at, around one of them; 0 where it passed there, or was left out. */
function streakAt(cells: readonly StoryCell[], commit: string): number {
  const at = cells.findLastIndex((cell) => cell.commit === commit && cell.passed === 0)
  if (at === -1) return 0
  let [first, last] = [at, at]
  while (cells[first - 1]?.passed === 0) first--
  while (cells[last + 1]?.passed === 0) last++
  return commitsOf(cells.slice(first, last + 1))
}
