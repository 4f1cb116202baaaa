import type { Counting } from './coverage-formula.js'

/**
 * Formats, with their dialect where it matters, whose tool does not count lines in the number that it prints last or
 * biggest. All others do: JaCoCo, llvm-cov, LCOV, istanbul, SimpleCov, PHPUnit, whose statements are lines.
 */
const BY_WRITER: ReadonlyMap<string, Counting> = new Map([
  ['cobertura coverage.py', 'lines-and-branches'],
  ['coverage-py-json', 'lines-and-branches'],
  ['clover openclover', 'elements'],
  ['go-cover', 'statements'],
])

/** What the formula `tool` comes down to for one report. */
export function countingOfReport({
  format,
  dialect,
}: {
  readonly format: string
  readonly dialect: string | null
}): Counting {
  return BY_WRITER.get(`${format} ${dialect}`) ?? BY_WRITER.get(format) ?? 'lines'
}

/**
 * The one counting of all of them; lines where they have several.
 * @param countings null: nobody knows how this one was counted
 */
export function countingOfAll(countings: Iterable<Counting | null>): Counting {
  const [only, ...others] = new Set(countings)
  return others.length === 0 ? (only ?? 'lines') : 'lines'
}
