import { countWord } from '@testwarden/core/render/inline'
import { planRepair } from '@testwarden/history/repair'
import { EXIT } from '@testwarden/platform/conclusion'
import { changeHistory, didOrWould } from './change-history.js'
import { findingLine, isHarm } from './finding-text.js'
import type { HistoryCall } from './history-command.js'

/** Moves damaged files into the folder `.quarantine` of the history; their intact records stay in use. */
export async function repairHistory(history: HistoryCall): Promise<number> {
  const { terminal } = history
  const { edit, left } = await changeHistory(history, ({ segments }) => ({
    ...planRepair(segments),
    title: 'Quarantine damaged files',
  }))
  terminal.print(edit.move.map(({ from, to }) => `${from} -> ${to}\n`).join(''))
  terminal.complain(left.map((finding) => `left as it is: ${findingLine(finding)}`).join(''))
  terminal.complain(`${didOrWould(history, 'moved')} ${countWord(edit.move.length, 'file')} into quarantine\n`)
  return left.some(isHarm) ? EXIT.cannotRead : EXIT.ok
}
