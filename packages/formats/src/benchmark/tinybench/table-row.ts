import type { Fields } from '../../json/fields.js'
import type { SeenSamples } from '../benchmark-builder.js'
import { NO_SUMMARY } from '../sample-summary.js'

const NAME = 'Task name'
const MEAN = 'Latency avg (ns)'
const MEDIAN = 'Latency med (ns)'
const COUNT = 'Samples'
/** Of tinybench before 3. */
const OLD_NAME = 'Task Name'
const OLD_MEAN = 'Average Time (ns)'

/** What a row of `bench.table()` has. */
export const ROW: readonly string[] = [NAME, OLD_NAME, MEAN, MEDIAN, OLD_MEAN, COUNT, 'Error']

export function isRow(task: Fields): boolean {
  return rowName(task) !== null
}

export function rowName(task: Fields): string | null {
  return task.text(NAME) ?? task.text(OLD_NAME)
}

/** Times are texts, with what they vary by behind them: `645.00 ± 105.00`. null: there are none, or `N/A`. */
export function rowSamples(row: Fields): SeenSamples | null {
  const mean = numberIn(row, MEAN) ?? numberIn(row, OLD_MEAN)
  const median = numberIn(row, MEDIAN)
  if (mean === null && median === null) return null
  return { processes: [], summary: { ...NO_SUMMARY, count: row.count(COUNT), mean, median } }
}

function numberIn(row: Fields, key: string): number | null {
  const number = row.number(key) ?? Number.parseFloat(row.text(key) ?? '')
  return Number.isFinite(number) ? number : null
}
