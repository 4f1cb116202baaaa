import type { ComparedBenchmark, ComparedTable, Remark } from '@testwarden/core/files/compare-file'
import { countWord } from '@testwarden/core/render/inline'
import { paintText, type TerminalStyle } from '@testwarden/core/render/terminal-inline'
import { type AlignedRow, alignedLines } from './aligned-lines.js'
import { Footnotes } from './footnotes.js'
import { type RemarkOptions, remarkText } from './remark-text.js'
import { ALIGNS, benchmarkRow, meanRow, TITLES, tableHeading, type UnitText, unitText } from './row-text.js'

export interface TableTextOptions extends RemarkOptions {
  readonly style: TerminalStyle
}

/** One table with a line for each benchmark; below it its footnotes. */
export function tableText(table: ComparedTable, options: TableTextOptions): string {
  const { style } = options
  const footnotes = new Footnotes()
  const shared = sharedRemarks(table)
  const unit = unitText(table.unit)
  const rows = table.rows.map((row) => benchmarkRow(row, unit, marksOf(row, { shared, footnotes, options })))
  const [titles = '', ...lines] = alignedLines([TITLES, ...rows, ...meanRows(table, unit, footnotes)], {
    aligns: ALIGNS,
    style,
  })
  return [
    paintText(tableHeading(table), { paint: 'bold', style }),
    paintText(titles, { paint: 'dim', style }),
    ...lines,
    ...footnotes.list(),
    ...[...shared].map((remark) => `- ${remarkText(remark, options)}`),
  ].join('\n')
}

interface Marking {
  readonly shared: ReadonlySet<Remark>
  readonly footnotes: Footnotes
  readonly options: RemarkOptions
}

function marksOf({ remarks }: ComparedBenchmark, { shared, footnotes, options }: Marking): string {
  let marks = ''
  for (const remark of remarks) {
    if (shared.has(remark)) continue
    marks += `${marks === '' ? '' : ' '}${footnotes.mark(remarkText(remark, options))}`
  }
  return marks
}

/** What holds for every comparison of a table is said once, without a mark in every row. */
function sharedRemarks({ rows }: ComparedTable): ReadonlySet<Remark> {
  const [first, ...others] = rows.filter(({ base, head }) => base !== null && head !== null)
  return new Set(first?.remarks.filter((remark) => others.every(({ remarks }) => remarks.includes(remark))))
}

function meanRows(
  { rows, geometricMean: mean }: ComparedTable,
  unit: UnitText,
  footnotes: Footnotes,
): readonly AlignedRow[] {
  if (mean === null) return []
  const marks: string[] = []
  if (mean.base === null || mean.head === null) marks.push(footnotes.mark('of values that are 0 there is no such mean'))
  if (mean.benchmarks < rows.length)
    marks.push(footnotes.mark(`of the ${countWord(mean.benchmarks, 'benchmark')} that both sides have`))
  return [meanRow(mean, unit, marks.join(' '))]
}
