/**
 * Whether a call failed because nothing is there. ENOTDIR: a file where the path wants a folder, so nothing can exist
 * there. Read by shape, because an error of another realm is no instance of our `Error`.
 */
export function isMissing(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false
  return error.code === 'ENOENT' || error.code === 'ENOTDIR'
}

/** What a failed call says, for people. */
export function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message)
  return String(error)
}
