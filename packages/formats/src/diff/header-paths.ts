import { readQuotedPath } from './quoted-path.js'

const OLD_PREFIX = 'a/'
const NEW_PREFIX = 'b/'
const ABSENT = '/dev/null'

/** Both sides of a `diff --git` line, where they name the same path, as they do unless git names it again below. */
export function readGitLine(rest: string): string | null {
  if (rest.startsWith('"')) {
    const quoted = readQuotedPath(rest, 0)
    return quoted === null ? null : withoutPrefix(quoted.path, OLD_PREFIX)
  }
  // `a/<path> b/<path>`: a path may hold blanks, but both are the same, so the middle is where it must be.
  const length = (rest.length - OLD_PREFIX.length - NEW_PREFIX.length - 1) / 2
  const path = rest.slice(OLD_PREFIX.length, OLD_PREFIX.length + length)
  return path !== '' && rest === `${OLD_PREFIX}${path} ${NEW_PREFIX}${path}` ? path : null
}

/** What stands behind `--- ` or `+++ `: `null` in `path` for a side that does not exist. */
export function readSide(text: string, side: 'old' | 'new'): { readonly path: string | null } | null {
  // git ends an unquoted path with blanks in it with a tab, for readers that look for a time stamp.
  const name = readName(text.endsWith('\t') ? text.slice(0, -1) : text)
  if (name === null) return null
  if (name === ABSENT) return { path: null }
  const path = withoutPrefix(name, side === 'old' ? OLD_PREFIX : NEW_PREFIX)
  return path === null ? null : { path }
}

/** A path without a prefix, as behind `rename from `. */
export function readName(text: string): string | null {
  if (!text.startsWith('"')) return text
  const quoted = readQuotedPath(text, 0)
  return quoted !== null && quoted.end === text.length ? quoted.path : null
}

function withoutPrefix(path: string, prefix: string): string | null {
  return path.startsWith(prefix) ? path.slice(prefix.length) : null
}
