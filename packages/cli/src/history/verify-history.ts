import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import { reviewSegments } from '@testwarden/history/review'
import { EXIT } from '@testwarden/platform/conclusion'
import { findingLine, isHarm } from './finding-text.js'
import { type HistoryCall, readArchive } from './history-command.js'

/** Names every damaged, newer, misplaced, conflicting and unmet line. Exit code 2 when something is damaged. */
export async function verifyHistory(history: HistoryCall): Promise<number> {
  const { terminal } = history
  const content = await readArchive(history)
  const { segments, records, findings } = reviewSegments(content.segments)
  terminal.print(findings.map(findingLine).join(''))
  const harm = findings.filter(isHarm).length
  const unmet = findings.filter(({ fault }) => fault === 'unmet').length
  const repair = harm === unmet ? '' : '; `testwarden history repair` takes what is damaged out of use'
  const restore = unmet === 0 ? '' : '; `testwarden history import` of an older export brings back what records need'
  const counts = `${countWord(records.length, 'record')} in ${countWord(segments, 'file')}`
  terminal.complain(
    `${counts}: ${countWord(findings.length, 'finding')}, ${formatInteger(harm)} of them damage${repair}${restore}\n`,
  )
  return harm + content.faults.length === 0 ? EXIT.ok : EXIT.cannotRead
}
