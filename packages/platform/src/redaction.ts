import type { ConfigSources } from '@testwarden/core/action/effective-config'
import { fileSettings } from '@testwarden/core/action/file-settings'
import { createRedactor, type Redact } from '@testwarden/core/render/redact'
import { attempt } from './attempt.js'

/** The user's own patterns. A list that cannot be read is told by the gates; known tokens are redacted all the same. */
export async function redactionsOf(sources: ConfigSources): Promise<readonly string[]> {
  const tried = await attempt(() => fileSettings(sources).redact.value)
  return tried.ok ? tried.value : []
}

export async function redactorOf(sources: ConfigSources): Promise<Redact> {
  return createRedactor(await redactionsOf(sources))
}
