import { ConfigurationError } from '@testwarden/core/model/errors'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import { planImport } from '@testwarden/history/transfer'
import { EXIT } from '@testwarden/platform/conclusion'
import { changeHistory, didOrWould } from './change-history.js'
import type { HistoryCall } from './history-command.js'

const MAX_IMPORT_BYTES = 256 * 1024 * 1024

/** Adds the records of a file that `export` wrote: all of them or, when one of them conflicts, none. */
export async function importHistory(history: HistoryCall): Promise<number> {
  const { call, terminal, files } = history
  const [path, ...rest] = call.words
  if (path === undefined || rest.length > 0)
    throw new ConfigurationError('history import takes one file.', { remedy: 'Name a file that history export wrote.' })
  const text = await files.readText(path, MAX_IMPORT_BYTES)
  if (text === null) throw new ConfigurationError('there is no such file', { path, remedy: 'Name an existing file.' })
  const { added, known } = await changeHistory(history, ({ segments }) => ({
    ...planImport(segments, { path, text }),
    title: 'Import records',
  }))
  terminal.complain(
    `${didOrWould(history, 'added')} ${countWord(added, 'record')}; ${formatInteger(known)} ${known === 1 ? 'was' : 'were'} there already\n`,
  )
  return EXIT.ok
}
