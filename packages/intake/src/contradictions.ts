import type { FileCoverage } from '@testwarden/core/model/coverage'

/** Two reports that list different lines of the same files. */
export interface Contradiction {
  /** Path of the report that was read first. */
  readonly first: string
  readonly other: string
  readonly message: string
}

export interface LineSets {
  add(file: FileCoverage, report: string): void
  contradictions(): readonly Contradiction[]
}

/** More pairs of reports than these tell a reader nothing new. */
const MAX_PAIRS = 20

/**
 * Remembers which lines each file has, not the lines themselves. What a test runs does not change which lines can run, so
 * two shards with different lines saw different sources, or two tools mean different things by a line.
 */
export function createLineSets(): LineSets {
  const firsts = new Map<string, LineSet>()
  const pairs = new Pairs()
  // Most runs have one report, and nothing to compare it with.
  let only: OnlyReport | null = { report: null, files: [] }
  function compare(file: FileCoverage, report: string): void {
    const lines = lineSetOf(file, report)
    const first = firsts.get(file.path)
    if (first === undefined) firsts.set(file.path, lines)
    else if (first.report !== report && first.mark !== lines.mark) pairs.add(file.path, first, lines)
  }
  return {
    add(file, report) {
      if (file.isPlaceholder === true || file.lines.size === 0) return
      if (only !== null && (only.report ?? report) === report) {
        only.report = report
        only.files.push(file)
        return
      }
      for (const earlier of only?.files ?? []) compare(earlier, only?.report ?? report)
      only = null
      compare(file, report)
    },
    contradictions: () => pairs.list(),
  }
}

/** Files of the first report, until there is another. */
interface OnlyReport {
  /** null: none was read yet. */
  report: string | null
  readonly files: FileCoverage[]
}

interface LineSet {
  readonly report: string
  readonly count: number
  /** Equal for equal sets of lines, and hardly ever for others. */
  readonly mark: number
}

interface Pair {
  readonly path: string
  readonly first: LineSet
  readonly other: LineSet
  fileCount: number
}

class Pairs {
  private readonly pairs = new Map<string, Pair>()
  private readonly beyond = new Set<string>()

  add(path: string, first: LineSet, other: LineSet): void {
    const key = `${first.report}\0${other.report}`
    const known = this.pairs.get(key)
    if (known !== undefined) known.fileCount++
    else if (this.pairs.size < MAX_PAIRS) this.pairs.set(key, { path, first, other, fileCount: 1 })
    else this.beyond.add(key)
  }

  list(): readonly Contradiction[] {
    const described = [...this.pairs.values()].map(describe)
    const last = described.at(-1)
    if (last === undefined || this.beyond.size === 0) return described
    const message = `${last.message} So do ${this.beyond.size} more pairs of reports.`
    return [...described.slice(0, -1), { ...last, message }]
  }
}

function describe({ path, first, other, fileCount }: Pair): Contradiction {
  const files = fileCount === 1 ? path : `${fileCount} files, such as ${path}`
  const counts = first.count === other.count ? `${first.count} each` : `${first.count} and ${other.count}`
  const message = `${first.report} and ${other.report} list different lines of ${files} (${counts}): they are of different sources or tools. A line counts as covered if either says so.`
  return { first: first.report, other: other.report, message }
}

function lineSetOf(file: FileCoverage, report: string): LineSet {
  let sum = 0
  for (const line of file.lines.keys()) sum = (sum + scatter(line)) | 0
  return { report, count: file.lines.size, mark: sum * 2 ** 20 + (file.lines.size % 2 ** 20) }
}

/** Neighbouring lines get numbers far apart, so that sums of different sets differ. Constants of MurmurHash3's finalizer. */
function scatter(line: number): number {
  let mixed = line ^ (line >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
