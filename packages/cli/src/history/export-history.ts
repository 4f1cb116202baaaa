import { countWord } from '@testwarden/core/render/inline'
import { reviewSegments } from '@testwarden/history/review'
import { exportLines } from '@testwarden/history/transfer'
import { EXIT } from '@testwarden/platform/conclusion'
import { findingLine } from './finding-text.js'
import { type HistoryCall, readArchive } from './history-command.js'

/** All records as JSON lines (testwarden.record/1), oldest first. What cannot be read is named and left out. */
export async function exportHistory(history: HistoryCall): Promise<number> {
  const { call, terminal, files } = history
  const content = await readArchive(history)
  const lines = exportLines(content.segments)
  const { findings } = reviewSegments(content.segments)
  terminal.complain(findings.map((finding) => `left out: ${findingLine(finding)}`).join(''))
  const path = call.values.get('to')
  if (path === undefined) for (const line of lines) terminal.print(asHarmlessJson(line))
  else await files.write(path, lines.join(''))
  terminal.complain(`Exported ${countWord(lines.length, 'record')}\n`)
  return findings.length + content.faults.length === 0 ? EXIT.ok : EXIT.cannotRead
}

/** The same JSON without the one sequence that a runner obeys anywhere in a line. */
function asHarmlessJson(line: string): string {
  return line.replaceAll('##[', '#\\u0023[')
}
