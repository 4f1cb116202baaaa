import type { Inline, Section } from '@testwarden/core/model/page'
import { countWord } from '@testwarden/core/render/inline'
import { renderTerminal } from '@testwarden/core/render/terminal'
import type { TerminalOptions } from '@testwarden/core/render/terminal-table'
import type { SeriesChangePoint } from '@testwarden/stats/e-divisive/series-change-point'

/** Digits of a mean, and of a p-value. */
const MEAN_DIGITS = 6
const P_DIGITS = 2

/** Change points for people. @param length how many values the series has */
export function changePointsText(
  points: readonly SeriesChangePoint[],
  length: number,
  options: TerminalOptions,
): string {
  const head = `${points.length === 0 ? 'No change point' : countWord(points.length, 'change point')} in ${countWord(length, 'value')}.`
  const sections: readonly Section[] = [{ kind: 'text', text: head }, ...(points.length === 0 ? [] : [tableOf(points)])]
  return `${renderTerminal(sections, options)}\n`
}

function tableOf(points: readonly SeriesChangePoint[]): Section {
  return {
    kind: 'table',
    columns: COLUMNS.map(([title]) => ({ title, align: 'right' as const })),
    rows: points.map((point): readonly Inline[] => COLUMNS.map(([, cellOf]) => cellOf(point))),
  }
}

const COLUMNS: readonly (readonly [string, (point: SeriesChangePoint) => string])[] = [
  ['index', ({ index }) => String(index)],
  ['mean before', ({ meanBefore }) => rounded(meanBefore, MEAN_DIGITS)],
  ['mean after', ({ meanAfter }) => rounded(meanAfter, MEAN_DIGITS)],
  ['change', changeOf],
  ['p-value', ({ pValue }) => rounded(pValue, P_DIGITS)],
]

/** From nothing there is no percentage. */
function changeOf({ meanBefore, meanAfter }: SeriesChangePoint): string {
  if (meanBefore === 0) return '–'
  const percent = ((meanAfter - meanBefore) / Math.abs(meanBefore)) * 100
  return `${percent > 0 ? '+' : ''}${rounded(percent, 3)} %`
}

function rounded(value: number, digits: number): string {
  return String(Number(value.toPrecision(digits)))
}
