import type { Problem } from '@testwarden/core/model/errors'

/** `path:line: message`, then the remedy on a line of its own. */
export function problemMessage({ path, line, message, remedy }: Problem): string {
  const place = path === null ? '' : line === null ? `${path}: ` : `${path}:${line}: `
  return `testwarden: ${place}${message}${remedy === null ? '' : `\n  ${remedy}`}\n`
}
