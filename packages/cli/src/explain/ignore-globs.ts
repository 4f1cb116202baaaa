import { createPathMatcher } from '@testwarden/core/paths/path-matcher'
import type { IgnoreGlob } from '@testwarden/intake/explain/explain-file'

/** The setting `ignore`, glob by glob. */
export function ignoreGlobs(globs: readonly string[]): readonly IgnoreGlob[] {
  return globs.map((glob) => ({ glob, matches: createPathMatcher(glob) }))
}
