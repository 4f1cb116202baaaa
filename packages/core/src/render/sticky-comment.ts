/**
 * The line by which a later run knows its own comment again. Invisible on GitHub.
 * @param key the action's id, never a cell of a matrix
 */
export function stickyMarker(key: string): string {
  return `<!-- testwarden:${key.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/-{2,}/g, '-')} -->`
}

/** Only the first line counts: whoever quotes a comment does not become it. The author must be checked beside this. */
export function isStickyComment(body: string, key: string): boolean {
  return body.split(/\r?\n/, 1)[0]?.trim() === stickyMarker(key)
}
