import type { InspectedReport, Inspection } from '@testwarden/core/files/inspect-file'
import type { Count } from '@testwarden/core/model/count'
import type { CoverageTotals } from '@testwarden/core/model/coverage'
import { escapeTerminal } from '@testwarden/core/render/escape'
import { countWord } from '@testwarden/core/render/inline'
import { formatFraction, formatInteger, formatPercent } from '@testwarden/core/render/numbers'

const KINDS = ['lines', 'branches', 'functions', 'statements'] as const

/** An inspection for people: a block per report, then all of them merged. Empty where nothing could be read. */
export function inspectionText({ reports, merged }: Omit<Inspection, 'schema'>): string {
  if (reports.length === 0) return ''
  const blocks = reports.map(reportBlock)
  if (merged.coverage !== null && reports.length > 1) {
    const title = `all ${reports.length} reports merged: ${countWord(merged.coverage.files, 'file')}`
    blocks.push([title, ...totalLines(merged.coverage.totals, null)])
  }
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function reportBlock(report: InspectedReport): string[] {
  const dialect = report.dialect === null ? '' : `, written by ${report.dialect}`
  const partial = report.partial ? ', cut off at its end' : ''
  return [
    escapeTerminal(report.path),
    `  ${report.kind}, ${report.format}${dialect}${partial}: ${countWord(report.files, 'file')}`,
    ...totalLines(report.totals, report.declared),
    ...report.warnings.map(
      ({ line, message }) => `  ! ${line === null ? '' : `line ${line}: `}${escapeTerminal(message)}`,
    ),
  ]
}

function totalLines(totals: CoverageTotals, declared: CoverageTotals | null): string[] {
  return KINDS.flatMap((kind) => {
    const count = totals[kind]
    if (count === null) return []
    const claimed = declared?.[kind] ?? null
    const differs = claimed !== null && (claimed.covered !== count.covered || claimed.total !== count.total)
    const note = differs
      ? `   the file itself says ${formatInteger(claimed.covered)} of ${formatInteger(claimed.total)}`
      : ''
    return [`  ${kind.padEnd(10)} ${fraction(count)}${note}`]
  })
}

function fraction({ covered, total }: Count): string {
  const ratio = { numerator: covered, denominator: total }
  return formatFraction(ratio, { counted: null, percent: formatPercent(ratio, null) })
}
