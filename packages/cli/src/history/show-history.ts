import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { escapeTerminal } from '@testwarden/core/render/escape'
import { reviewSegments } from '@testwarden/history/review'
import { EXIT } from '@testwarden/platform/conclusion'
import { type HistoryCall, readArchive } from './history-command.js'
import { wholeNumber } from './numbers.js'

const LAST = { name: 'last', fallback: 20 }

/** What there is: a line for each action, or for each of the newest records of one. */
export async function showHistory(history: HistoryCall): Promise<number> {
  const { call, terminal } = history
  const last = wholeNumber(call, LAST)
  const { records, segments, findings, quarantined } = reviewSegments((await readArchive(history)).segments)
  const action = call.values.get('action')
  const shown = records
    .filter(({ key }) => action === undefined || key.action === action)
    .sort((left, right) => Date.parse(left.time) - Date.parse(right.time))
  const lines = action === undefined ? actionLines(shown) : shown.slice(-last || shown.length).map(recordLine)
  terminal.print(lines.map((line) => `${line}\n`).join(''))
  terminal.complain(
    `${records.length} records in ${segments} files, ${quarantined} files in quarantine, ${findings.length} findings${
      findings.length === 0 ? '' : ': see `testwarden history verify`'
    }\n`,
  )
  return EXIT.ok
}

function actionLines(records: readonly HistoryRecord[]): string[] {
  const actions = [...new Set(records.map(({ key }) => key.action))].sort()
  return actions.map((action) => {
    const own = records.filter(({ key }) => key.action === action)
    const baselines = own.filter(({ trust }) => trust === 'default-branch').length
    const branches = new Set(own.map(({ branch }) => branch)).size
    return `${action}: ${own.length} records (${baselines} baselines) of ${branches} branches, ${dayOf(own.at(0))} to ${dayOf(own.at(-1))}`
  })
}

function recordLine({ key, time, testedSha, branch, trust, event }: HistoryRecord): string {
  const place = escapeTerminal(`${branch ?? '(no branch)'} ${key.workflow} ${key.job} ${key.matrix}`)
  return `${time} ${testedSha.slice(0, 7)} ${trust} ${escapeTerminal(event)} ${place} run ${escapeTerminal(key.run)}.${key.attempt}`
}

function dayOf(record: HistoryRecord | undefined): string {
  return record?.time.slice(0, 10) ?? ''
}
