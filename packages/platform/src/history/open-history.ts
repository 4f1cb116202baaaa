import type { ConfigSources } from '@testwarden/core/action/effective-config'
import { fileSettings } from '@testwarden/core/action/file-settings'
import type { HistoryStore } from '@testwarden/core/ports/history-store'
import { openStore } from './open-store.js'

/**
 * The configured store; null when none is configured.
 * @throws ConfigurationError when the setting names no store
 */
export function openHistory(sources: ConfigSources, workspace: string): HistoryStore | null {
  const name = fileSettings(sources).history.value
  return name === null ? null : openStore(name, { workspace })
}
