import { SCENARIOS } from './project.mjs'
import { DETECTORS, share } from './score.mjs'

const COLUMNS = [
  ['detector', ({ name }) => name],
  ['precision', ({ score }) => percent(score.calledFlake)],
  ['recall', ({ score }) => percent(score.flakes)],
  ['stable, broken, 4th commit on', ({ score }) => fraction(score.brokenStable)],
  ['flaky, broken, 4th commit on', ({ score }) => fraction(score.brokenFlaky)],
  ['outages', ({ score }) => percent(score.outages)],
]

/** The last three columns are failures that were called flakes and are none. */
export function printScores(title, scores) {
  console.log(`\n${title}`)
  const rows = DETECTORS.map(({ name }, index) => COLUMNS.map(([, text]) => text({ name, score: scores[index] })))
  printRows([COLUMNS.map(([title]) => title), ...rows])
  const missed = scores[0].missedByScenario
  console.log(`wrongly called flakes: ${SCENARIOS.map((name) => `${name} ${missed.get(name) ?? 0}`).join(' | ')}`)
}

function printRows(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  for (const row of rows)
    console.log(
      row
        .map((text, column) => text.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
}

function percent(counts) {
  return counts.all === 0 ? '-' : `${(100 * share(counts)).toFixed(2)} %`
}

function fraction({ hits, all }) {
  return `${hits.toLocaleString('en-US')} of ${all.toLocaleString('en-US')}`
}
