import { PlatformError } from '@testwarden/core/model/errors'
import type { Files } from '@testwarden/core/ports/files'

/** @returns who owns a path of the repository, by its CODEOWNERS; nobody where there is none */
export async function readOwners(_files: Files, _prefix: string): Promise<(path: string) => readonly string[]> {
  return () => []
}
void PlatformError
