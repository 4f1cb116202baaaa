import { rateUpperBound } from '../../packages/stats/lib/rate-bound.js'
import { LATE, NOISE_CLASSES, SOON, sumOf } from './measure.mjs'

const CONFIDENCE = 0.95

export function boundOf({ alarms, runs }) {
  return rateUpperBound({ hits: alarms, trials: runs }, CONFIDENCE)
}

export function percent(share) {
  return Number.isNaN(share) ? '-' : `${(100 * share).toFixed(1)} %`
}

/** @param {{ name: string, benchmarks: number, falseAlarms: { alarms: number, runs: number }, seen: object[] }[]} rows */
export function printRules(rows) {
  const head = ['rule', 'benchmarks', 'runs red for nothing', 'at most', `seen within ${SOON}`, `within ${LATE}`]
  const lines = rows.map(({ name, benchmarks, falseAlarms, seen }) => {
    const { all, soon, late } = sumOf(seen)
    const { alarms, runs } = falseAlarms
    const rate = `${percent(alarms / runs)} (${alarms} of ${runs.toLocaleString('en-US')})`
    return [name, String(benchmarks), rate, percent(boundOf(falseAlarms)), percent(soon / all), percent(late / all)]
  })
  printTable([head, ...lines])
}

/** Of one rule, by the noise of the benchmarks. */
export function printClasses(seen) {
  const head = ['noise of the benchmark', 'slowdowns of 20 %', `seen within ${SOON}`, `within ${LATE}`]
  const lines = seen.map(({ all, soon, late }, index) => [
    NOISE_CLASSES[index] === Number.POSITIVE_INFINITY ? 'more' : `up to ${100 * NOISE_CLASSES[index]} %`,
    String(all),
    percent(soon / all),
    percent(late / all),
  ])
  printTable([head, ...lines])
}

function printTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  for (const row of rows) {
    const cells = row.map((text, column) => text.padEnd(widths[column]))
    console.log(cells.join('  ').trimEnd())
  }
}
