import { durationText } from '@testwarden/core/config/fields/duration'
import type { InspectedReport, Inspection } from '@testwarden/core/files/inspect-file'
import type { MergedBenchmarks } from '@testwarden/core/files/inspected-benchmarks'
import type { MergedTestRuns } from '@testwarden/core/files/inspected-test-run'
import type { Count } from '@testwarden/core/model/count'
import type { CoverageTotals } from '@testwarden/core/model/coverage'
import type { DeclaredTests } from '@testwarden/core/model/test-run'
import { escapeTerminal } from '@testwarden/core/render/escape'
import { countWord } from '@testwarden/core/render/inline'
import { formatFraction, formatInteger, formatPercent } from '@testwarden/core/render/numbers'

const TEST_COUNTS = ['cases', 'passed', 'failed', 'errored', 'skipped', 'flaky'] as const
const BENCHMARK_COUNTS = ['benchmarks', 'metrics', 'samples'] as const
const KINDS = ['lines', 'branches', 'functions', 'statements'] as const

/** An inspection for people: a block per report, then those of a kind merged. Empty where nothing could be read. */
export function inspectionText({ reports, merged }: Omit<Inspection, 'schema'>): string {
  if (reports.length === 0) return ''
  const blocks = [...reports.map(reportBlock), ...mergedBlocks(reports, merged)]
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function mergedBlocks(reports: readonly InspectedReport[], merged: Inspection['merged']): string[][] {
  const { coverage, 'test-run': testRun, benchmark } = merged
  const count = (wanted: InspectedReport['kind']): number => reports.filter(({ kind }) => kind === wanted).length
  const blocks: string[][] = []
  const [coverageReports, testReports, benchmarkReports] = [count('coverage'), count('test-run'), count('benchmark')]
  if (coverage !== null && coverageReports > 1) {
    const title = `all ${coverageReports} coverage reports merged: ${countWord(coverage.files, 'file')}`
    blocks.push([title, ...totalLines(coverage.totals, null)])
  }
  if (testRun !== null && testReports > 1)
    blocks.push([`all ${testReports} reports of test runs: ${extent(testRun)}`, ...testLines(testRun, null)])
  if (benchmark !== null && benchmarkReports > 1)
    blocks.push([`all ${benchmarkReports} reports of benchmarks:`, ...benchmarkLines(benchmark)])
  return blocks
}

function reportBlock(report: InspectedReport): string[] {
  const dialect = report.dialect === null ? '' : `, written by ${report.dialect}`
  const partial = report.partial ? ', cut off at its end' : ''
  return [
    escapeTerminal(report.path),
    `  ${report.kind}, ${report.format}${dialect}${partial}: ${sizeOf(report)}`,
    ...numberLines(report),
    ...report.warnings.map(
      ({ line, message }) => `  ! ${line === null ? '' : `line ${line}: `}${escapeTerminal(message)}`,
    ),
  ]
}

function sizeOf(report: InspectedReport): string {
  if (report.kind === 'coverage') return countWord(report.files, 'file')
  return report.kind === 'benchmark' ? countWord(report.totals.benchmarks, 'benchmark') : extent(report)
}

function numberLines(report: InspectedReport): string[] {
  if (report.kind === 'coverage') return totalLines(report.totals, report.declared)
  return report.kind === 'benchmark' ? benchmarkLines(report) : testLines(report, report.declared)
}

function benchmarkLines({ totals, failed }: MergedBenchmarks): string[] {
  const counts = [...BENCHMARK_COUNTS.map((name) => [name, totals[name]] as const), ['failed', failed] as const]
  return counts.flatMap(([name, count]) =>
    name === 'failed' && count === 0 ? [] : [`  ${name.padEnd(10)} ${formatInteger(count)}`],
  )
}

function extent({ suites, durationMs }: MergedTestRuns): string {
  return `${countWord(suites, 'suite')}, ${durationText(durationMs)}`
}

/** What did not happen is not worth a line, unless the file says that it did. */
function testLines({ totals }: MergedTestRuns, declared: DeclaredTests | null): string[] {
  return TEST_COUNTS.flatMap((name) => {
    const claimed = name === 'passed' || name === 'flaky' ? null : (declared?.[name] ?? null)
    const differs = claimed !== null && claimed !== listedFor(name, { totals, declared })
    if (totals[name] === 0 && name !== 'cases' && !differs) return []
    const note = differs ? `   the file itself says ${formatInteger(claimed)}` : ''
    return [`  ${name.padEnd(10)} ${formatInteger(totals[name])}${note}`]
  })
}

interface Claimed {
  readonly totals: MergedTestRuns['totals']
  readonly declared: DeclaredTests | null
}

/** Where a file does not tell errors from failures, its failures are both. */
function listedFor(name: (typeof TEST_COUNTS)[number], { totals, declared }: Claimed): number {
  return name === 'failed' && declared?.errored === null ? totals.failed + totals.errored : totals[name]
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
