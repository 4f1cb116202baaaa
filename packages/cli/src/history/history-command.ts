import type { Files } from '@testwarden/core/ports/files'
import type { ArchiveContent, HistoryArchive } from '@testwarden/platform/history/archive'
import type { CommandCall, Terminal } from '../command.js'

/** One word after `history`. @returns the exit code */
export type HistoryCommand = (call: HistoryCall) => Promise<number>

export interface HistoryCall {
  readonly archive: HistoryArchive
  readonly call: CommandCall
  readonly terminal: Terminal
  readonly files: Files
}

/** Says on the way what is not there and what could not be read; nothing of that is left out in silence. */
export async function readArchive({ archive, terminal }: HistoryCall): Promise<ArchiveContent> {
  const content = await archive.read()
  if (content === null) terminal.complain(`testwarden: ${archive.name} holds no history yet\n`)
  for (const fault of content?.faults ?? []) terminal.complain(`testwarden: ${fault}; it is left out\n`)
  return content ?? { segments: [], faults: [] }
}
