import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import { reviewSegments } from '@testwarden/history/review'
import { EXIT } from '@testwarden/platform/conclusion'
import { findingLine, isHarm } from './finding-text.js'
import { type HistoryCall, readArchive } from './history-command.js'

/** Names every damaged, newer, misplaced and conflicting line. Exit code 2 when something is damaged. */
export async function verifyHistory(history: HistoryCall): Promise<number> {
  const { terminal } = history
  const content = await readArchive(history)
  const { segments, records, findings } = reviewSegments(content.segments)
  terminal.print(findings.map(findingLine).join(''))
  const harm = findings.filter(isHarm).length
  const remedy = harm === 0 ? '' : '; `testwarden history repair` takes what is damaged out of use'
  const counts = `${countWord(records.length, 'record')} in ${countWord(segments, 'file')}`
  terminal.complain(
    `${counts}: ${countWord(findings.length, 'finding')}, ${formatInteger(harm)} of them damage${remedy}\n`,
  )
  return harm + content.faults.length === 0 ? EXIT.ok : EXIT.cannotRead
}
