import { createWorkspaceFiles } from '@testwarden/platform/files'
import { openArchive } from '@testwarden/platform/history/open-archive'
import { readConfigFile } from '@testwarden/platform/read-config-file'
import type { CommandCall, Terminal } from '../command.js'
import type { HistoryCall } from './history-command.js'

/** @throws ConfigurationError when no history is named */
export async function openHistoryCall(call: CommandCall, terminal: Terminal): Promise<HistoryCall> {
  const files = createWorkspaceFiles({ root: terminal.cwd, reach: 'machine' })
  const file = await readConfigFile(files, call.values.get('config') ?? null)
  const env = { ...terminal.environment }
  const token = env.GITHUB_TOKEN || env.GH_TOKEN || null
  const archive = openArchive({ inputs: call.values, file }, { workspace: terminal.cwd, env, token })
  return { archive, call, terminal, files }
}
