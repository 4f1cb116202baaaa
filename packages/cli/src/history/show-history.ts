import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { escapeTerminal } from '@testwarden/core/render/escape'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import { reviewSegments } from '@testwarden/history/review'
import { EXIT } from '@testwarden/platform/conclusion'
import { type HistoryCall, readArchive } from './history-command.js'
import { wholeNumber } from './numbers.js'

const LAST = { name: 'last', fallback: 20 }

/** What there is: a line for each action, or a table of the newest records of one. */
export async function showHistory(history: HistoryCall): Promise<number> {
  const { call, terminal } = history
  const last = wholeNumber(call, LAST)
  const { records, segments, findings, quarantined } = reviewSegments((await readArchive(history)).segments)
  const action = call.values.get('action')
  const shown = records
    .filter(({ key }) => action === undefined || key.action === action)
    .sort((left, right) => Date.parse(left.time) - Date.parse(right.time))
  const lines = action === undefined ? actionLines(shown) : recordLines(shown.slice(-last || shown.length))
  terminal.print(lines.map((line) => `${line}\n`).join(''))
  if (action !== undefined && shown.length === 0) terminal.complain(`${noRecordOf(action, records)}\n`)
  const counts = [
    `${countWord(records.length, 'record')} in ${countWord(segments, 'file')}`,
    `${countWord(quarantined, 'file')} in quarantine`,
    countWord(findings.length, 'finding'),
  ]
  terminal.complain(`${counts.join(', ')}${findings.length === 0 ? '' : ': see `testwarden history verify`'}\n`)
  return EXIT.ok
}

function actionLines(records: readonly HistoryRecord[]): string[] {
  const actions = [...new Set(records.map(({ key }) => key.action))].sort()
  return actions.map((action) => {
    const own = records.filter(({ key }) => key.action === action)
    const baselines = own.filter(({ trust }) => trust === 'default-branch').length
    const branches = new Set(own.map(({ branch }) => branch)).size
    const counts = `${countWord(own.length, 'record')} (${countWord(baselines, 'baseline')}) of ${countBranches(branches)}`
    return `${action}: ${counts}, ${dayOf(own.at(0))} to ${dayOf(own.at(-1))}`
  })
}

function countBranches(count: number): string {
  return count === 1 ? '1 branch' : `${formatInteger(count)} branches`
}

function noRecordOf(action: string, records: readonly HistoryRecord[]): string {
  const actions = [...new Set(records.map(({ key }) => key.action))].sort()
  const there = actions.length === 0 ? '' : ` There are records of ${actions.join(', ')}.`
  return escapeTerminal(`No record is of the action ${action}.${there}`)
}

const COLUMNS = ['time', 'commit', 'trust', 'event', 'branch', 'workflow', 'job', 'matrix', 'run'] as const

/** A header and a line for each record, in columns; nothing where there is no record. */
function recordLines(records: readonly HistoryRecord[]): string[] {
  if (records.length === 0) return []
  const rows = [COLUMNS, ...records.map(cellsOf)]
  const widths = COLUMNS.map((_, column) => widest(rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** A cell that is longer stands out, so that one long name does not fill the lines of all others. */
const COLUMN_CHARACTERS_MAX = 40

function widest(lengths: readonly number[]): number {
  const most = lengths.reduce((left, right) => Math.max(left, right), 0)
  return Math.min(most, COLUMN_CHARACTERS_MAX)
}

function cellsOf({ key, time, testedSha, branch, trust, event }: HistoryRecord): readonly string[] {
  const { workflow, job, matrix, run, attempt } = key
  const cells = [
    time,
    testedSha.slice(0, 7),
    trust,
    event,
    branch ?? '',
    workflow,
    job,
    matrixOf(matrix),
    `${run}.${attempt}`,
  ]
  return cells.map((cell) => (cell === '' ? '-' : escapeTerminal(cell)))
}

/** A job without a matrix has an empty one. */
function matrixOf(matrix: string): string {
  return matrix === '{}' ? '' : matrix
}

function dayOf(record: HistoryRecord | undefined): string {
  return record?.time.slice(0, 10) ?? ''
}
