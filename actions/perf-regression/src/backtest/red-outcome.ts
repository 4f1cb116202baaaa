import { median } from '@testwarden/stats/median'
import { indexesOfPoints, withoutShift } from '../judging/series/points.js'
import type { SuiteReplay } from '../judging/series/replay-suite.js'
import type { NewRed } from './new-reds.js'

/** What later commits say of a red: `false`: they do not confirm it; `undetermined`: there are too few of them. */
export type RedOutcome = 'confirmed' | 'false' | 'undetermined'

/** So many later points are asked, and so many there must be. */
const LATER_POINTS = 5
const FEWEST_POINTS = 3

/** Confirmed by later points whose median keeps at least half of the distance. A mended regression is confirmed by those before its mending only. */
export function outcomeOf(red: NewRed, { logs, shifts }: Pick<SuiteReplay, 'logs' | 'shifts'>): RedOutcome {
  const series = logs[red.series]
  if (series === undefined) return 'undetermined'
  const later = indexesOfPoints(series, { from: red.at + 1, to: shifts.length }).slice(0, LATER_POINTS)
  if (later.length < FEWEST_POINTS) return 'undetermined'
  const distance = median(later.map((at) => withoutShift(series, shifts, at))) - red.baseline
  const side = Math.sign(red.level - red.baseline)
  return side * distance * 2 >= side * (red.level - red.baseline) ? 'confirmed' : 'false'
}
