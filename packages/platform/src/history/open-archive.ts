import type { ConfigSources } from '@testwarden/core/action/effective-config'
import { fileSettings } from '@testwarden/core/action/file-settings'
import { ConfigurationError } from '@testwarden/core/model/errors'
import type { HistoryArchive } from './archive.js'
import { createBranchArchive } from './branch-archive.js'
import { createDirArchive } from './dir-archive.js'
import { openBranch } from './open-branch.js'
import { locateHistory, type OpenStoreContext } from './open-store.js'

/**
 * The configured history as a whole. Nothing is read yet.
 * @throws ConfigurationError when none is configured, or the setting names none
 */
export function openArchive(sources: ConfigSources, context: OpenStoreContext): HistoryArchive {
  const setting = fileSettings(sources).history.value
  if (setting === null)
    throw new ConfigurationError('no history is configured', {
      remedy: 'set `history` in .github/testwarden.yml, or give --history git:testwarden-history',
    })
  const location = locateHistory(setting, context.workspace)
  if (location.kind === 'dir') return createDirArchive(location.place)
  return createBranchArchive({ name: location.name, branch: openBranch(location.ref, context) })
}
