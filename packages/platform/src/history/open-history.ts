import type { ConfigSources } from '@testwarden/core/action/effective-config'
import { fileConfig } from '@testwarden/core/config/file-config'
import { fileLayer, inputLayer } from '@testwarden/core/config/layer'
import { resolveSettings } from '@testwarden/core/config/resolve-settings'
import type { HistoryStore } from '@testwarden/core/ports/history-store'
import { openStore } from './open-store.js'

/**
 * The configured store; null when none is configured.
 * @throws ConfigurationError when the setting names no store
 */
export function openHistory({ inputs, file }: ConfigSources, workspace: string): HistoryStore | null {
  const layers = [inputLayer(inputs), ...(file === null ? [] : [fileLayer(file, [])])]
  const resolved = resolveSettings(fileConfig, layers)
  if (!resolved.ok) throw resolved.errors[0]
  const name = resolved.settings.history.value
  return name === null ? null : openStore(name, { workspace })
}
