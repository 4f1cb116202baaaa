import { PlatformError } from '@testwarden/core/model/errors'
import type { Files } from '@testwarden/core/ports/files'

const MAX_BYTES = 1024 * 1024

/** A build file's text. null for one that is missing, too long or cannot be read: it says nothing then. */
export async function readQuietly(path: string, files: Files): Promise<string | null> {
  try {
    return await files.readText(path, MAX_BYTES)
  } catch (error) {
    if (error instanceof PlatformError) return null
    throw error
  }
}
