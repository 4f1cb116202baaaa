import type { ConfigSources } from '@testwarden/core/action/effective-config'
import { fileSettings } from '@testwarden/core/action/file-settings'
import type { HistoryStore } from '@testwarden/core/ports/history-store'
import type { OpenStoreContext } from './open-store.js'

/**
 * The configured store; null when none is configured.
 * @throws ConfigurationError when the setting names no store
 */
export async function openHistory(sources: ConfigSources, context: OpenStoreContext): Promise<HistoryStore | null> {
  const name = fileSettings(sources).history.value
  if (name === null) return null
  // Most first runs have none, and reading records loads what checks them.
  const { openStore } = await import('./open-store.js')
  return openStore(name, context)
}
