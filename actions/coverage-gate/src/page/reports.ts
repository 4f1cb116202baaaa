import type { Count } from '@testwarden/core/model/count'
import type { CoverageTotals } from '@testwarden/core/model/coverage'
import type { Column, Inline, Section } from '@testwarden/core/model/page'
import { DIFFERENCE_PREFIX, type ReportSummary, type UnmatchedPath } from '@testwarden/core/model/report-summary'
import type { ReadWarning } from '@testwarden/core/model/result'
import { formatFraction, formatInteger, formatPercent, NO_VALUE } from '@testwarden/core/render/numbers'
import type { CoverageFacts } from '../facts.js'
import { toRatio } from '../subject.js'

const SHOWN = 50

/** What was read, as it counts and as the files themselves claim, and what did not fit in. */
export function reportSections(facts: CoverageFacts): Section[] {
  const { reports } = facts
  if (reports.length === 0) return []
  const lines = reports.length === 1 ? '1 report' : `${formatInteger(reports.length)} reports`
  const table: Section = { kind: 'table', columns: COLUMNS, rows: reports.slice(0, SHOWN).map(rowOf) }
  const differences = reports.flatMap(differenceOf)
  const remarks = [...differences, ...reports.flatMap(remarksOf), ...facts.notes, ...leftOut(reports.length)]
  const list: Section[] = remarks.length === 0 ? [] : [{ kind: 'list', items: remarks.slice(0, 2 * SHOWN) }]
  return [{ kind: 'details', summary: `Read: ${lines}`, sections: [table, ...list] }, ...unmatchedSection(facts)]
}

const COLUMNS: readonly Column[] = [
  { title: 'report', align: 'left' },
  { title: 'format', align: 'left' },
  { title: 'files', align: 'right' },
  { title: 'lines', align: 'right' },
  { title: 'branches', align: 'right' },
  { title: 'declared by the file', align: 'left' },
]

function rowOf({ path, format, dialect, fileCount, totals, declared }: ReportSummary): Inline[] {
  return [
    { kind: 'code', text: path },
    dialect === null ? format : `${format} (${dialect})`,
    formatInteger(fileCount),
    countCell(totals.lines),
    countCell(totals.branches),
    declared === null ? NO_VALUE : declaredCell(declared, totals),
  ]
}

function countCell(count: Count | null): string {
  if (count === null) return NO_VALUE
  const ratio = toRatio(count)
  return formatFraction(ratio, { counted: null, percent: formatPercent(ratio, null) })
}

/** Only what differs is repeated; the list below says why. */
function declaredCell(declared: CoverageTotals, totals: CoverageTotals): string {
  return differencesOf(declared, totals).join(', ') || 'the same'
}

function differencesOf(declared: CoverageTotals, totals: CoverageTotals): readonly string[] {
  return [
    differenceText('lines', declared.lines, totals.lines),
    differenceText('branches', declared.branches, totals.branches),
    differenceText('functions', declared.functions, totals.functions),
  ].filter((text) => text !== null)
}

function differenceText(counted: string, declared: Count | null, recount: Count | null): string | null {
  if (declared === null || (declared.covered === recount?.covered && declared.total === recount.total)) return null
  return `${counted} ${formatInteger(declared.covered)} of ${formatInteger(declared.total)}`
}

/** One line for each report whose own totals are not those of what it lists, with every reason that its reader named. */
function differenceOf({ path, declared, totals, warnings }: ReportSummary): Inline[] {
  const differences = declared === null ? [] : differencesOf(declared, totals)
  const told = warnings.filter(isOfDifference).map(({ message }) => message)
  // A report that lists no line has nothing but its totals, and its reader says so.
  const isListed = totals.lines.total > 0 && differences.length > 0
  if (told.length === 0 && !isListed) return []
  const text = told.join('; ') || `the file declares ${differences.join(', ')}, and no reason is kept of it`
  return [[{ kind: 'code', text: path }, `: ${text}`]]
}

function isOfDifference({ message }: ReadWarning): boolean {
  return message.startsWith(DIFFERENCE_PREFIX)
}

function remarksOf({ path, warnings, warningCount }: ReportSummary): Inline[] {
  const others = warnings.filter((warning) => !isOfDifference(warning))
  const told: Inline[] = others.map(({ message, line }) => [
    { kind: 'code', text: line === null ? path : `${path}:${line}` },
    `: ${message}`,
  ])
  const left = warningCount - warnings.length
  return left > 0 ? [...told, [{ kind: 'code', text: path }, `: ${formatInteger(left)} more warnings`]] : told
}

function leftOut(reportCount: number): Inline[] {
  return reportCount > SHOWN ? [`${formatInteger(reportCount - SHOWN)} more reports are not listed here`] : []
}

function unmatchedSection({ files, unmatched }: CoverageFacts): Section[] {
  if (unmatched.length === 0) return []
  const count = files.filter((file) => !file.isTracked).length
  const sections: Section[] = [
    {
      kind: 'text',
      text: 'These count for the project as the reports have them, and never for a change: git tracks no such file, or more than one that it could be.',
    },
    { kind: 'table', columns: UNMATCHED_COLUMNS, rows: unmatched.slice(0, SHOWN).map(unmatchedRow) },
  ]
  const summary = `Paths of reports that match no tracked file: ${formatInteger(Math.max(count, unmatched.length))}`
  return [{ kind: 'details', summary, sections }]
}

const UNMATCHED_COLUMNS: readonly Column[] = [
  { title: 'report', align: 'left' },
  { title: 'path', align: 'left' },
  { title: 'tried', align: 'left' },
  { title: 'could be', align: 'left' },
]

function unmatchedRow({ report, written, tried, candidates }: UnmatchedPath): Inline[] {
  return [
    { kind: 'code', text: report },
    { kind: 'code', text: written },
    tried.join(', ') || NO_VALUE,
    candidates.join(', ') || NO_VALUE,
  ]
}
