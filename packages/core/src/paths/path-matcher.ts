import picomatch from 'picomatch'

/** Whether a path is meant by a glob, or by a file or folder as it is. */
export function createPathMatcher(pattern: string): (path: string) => boolean {
  const bare = pattern.replace(/^\.\//, '').replace(/\/$/, '')
  if (bare === '' || bare === '.') return () => true
  // Extended globs are left out: nested ones make regular expressions that take exponential time.
  const matches = picomatch(bare, { dot: true, noextglob: true, nonegate: true })
  return (path) => matches(path) || path === bare || path.startsWith(`${bare}/`)
}
