const SPECIAL = /[.*+?^${}()|[\]\\]/g
/** Where a part of a name begins: behind a file, a class, a package, a suite. */
const PART_START = '(?:^|.*?(?:::|[/.›]|\\s)\\s*)'

/**
 * Whether a pattern means a benchmark: `*` stands for anything, and what stands in front of the last parts of the name may
 * be left out. `search*` means `tests/test_api.py::search_jobs[10]`.
 */
export function createNamePattern(pattern: string): (name: string) => boolean {
  const parts = pattern.split('*').map((part) => part.replace(SPECIAL, '\\$&'))
  const matcher = new RegExp(`^${PART_START}${parts.join('.*')}$`, 's')
  return (name) => name === pattern || matcher.test(name)
}
