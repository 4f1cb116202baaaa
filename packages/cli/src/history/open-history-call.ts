import { createWorkspaceFiles } from '@testwarden/platform/files'
import { openArchive } from '@testwarden/platform/history/open-archive'
import { readConfigFile } from '@testwarden/platform/read-config-file'
import type { CommandCall, Terminal } from '../command.js'
import { standAtRoot } from '../stand-at-root.js'
import type { HistoryCall } from './history-command.js'

/** @throws ConfigurationError when no history is named */
export async function openHistoryCall(call: CommandCall, terminal: Terminal): Promise<HistoryCall> {
  const standing = standAtRoot(call, terminal)
  const { values: inputs } = standing.call
  const { cwd: workspace } = standing.terminal
  const repository = createWorkspaceFiles({ root: workspace, reach: 'machine' })
  const file = await readConfigFile(repository, inputs.get('config') ?? null)
  const env = { ...terminal.environment }
  const token = env.GITHUB_TOKEN || env.GH_TOKEN || null
  const archive = openArchive({ inputs, file }, { workspace, env, token })
  const files = createWorkspaceFiles({ root: terminal.cwd, reach: 'machine' })
  return { archive, call, terminal, files }
}
