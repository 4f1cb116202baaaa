import type { IgnoreGlob } from '@testwarden/intake/explain/explain-file'
import picomatch from 'picomatch'

/** The setting `ignore`, glob by glob, with the meaning that coverage-gate gives it: globs, files or folders. */
export function ignoreGlobs(globs: readonly string[]): readonly IgnoreGlob[] {
  return globs.map((glob) => ({ glob, matches: pathMatcher(glob) }))
}

function pathMatcher(glob: string): (path: string) => boolean {
  const bare = glob.replace(/^\.\//, '').replace(/\/$/, '')
  if (bare === '' || bare === '.') return () => true
  // Extended globs are left out: nested ones make regular expressions that take exponential time.
  const matches = picomatch(bare, { dot: true, noextglob: true, nonegate: true })
  return (path) => matches(path) || path === bare || path.startsWith(`${bare}/`)
}
