/** One entry that stands for this many lines exists: tables in generated code. */
const ANY_REPORT = 2 ** 18
const PER_ENTRY = 64
const MOST = 2 ** 24

/**
 * How many lines a report of ranges may list. A range of a few characters can claim two thousand million lines, by
 * malice or by one wrong digit; in real code ranges have a few lines each, and no program has more than the most.
 * @param entries ranges in the report
 */
export function plausibleLines(entries: number): number {
  return Math.min(ANY_REPORT + PER_ENTRY * entries, MOST)
}
