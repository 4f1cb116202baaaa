import { ACCEPTS_PATH } from '@testwarden/core/limits/accept'
import type { WrittenAccept } from '@testwarden/core/model/accept'
import type { Files } from '@testwarden/core/ports/files'
import { parseYaml } from './read-config-file.js'

export const MAX_ACCEPTS_BYTES = 1024 * 1024

/** The accepts of the tree as it lies there. @throws ConfigurationError when an entry is wrong */
export async function readAcceptsFile(files: Files): Promise<readonly WrittenAccept[]> {
  const source = await files.readText(ACCEPTS_PATH, MAX_ACCEPTS_BYTES)
  return source === null ? [] : parseAccepts(source)
}

/**
 * What checks the entries is loaded on demand, because most repositories have none.
 * @throws ConfigurationError when the YAML is ill-formed or an entry is wrong
 */
export async function parseAccepts(source: string): Promise<readonly WrittenAccept[]> {
  const { readAccepts } = await import('@testwarden/core/files/accepts-file')
  return readAccepts(await parseYaml(ACCEPTS_PATH, source))
}
