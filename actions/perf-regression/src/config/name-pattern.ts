/** Where a part of a name begins: behind a file, a class, a package, a suite. */
const BOUNDARY = /::|[/.›]|\s/g

/**
 * Whether a pattern means a benchmark: `*` stands for anything, and what stands in front of the last parts of the name may
 * be left out. `search*` means `tests/test_api.py::search_jobs[10]`. No regular expression: with many `*` one takes ages.
 */
export function createNamePattern(pattern: string): (name: string) => boolean {
  const pieces = pattern.split('*')
  return (name) => name === pattern || startsOf(name).some((start) => matches(name.slice(start), pieces))
}

function startsOf(name: string): readonly number[] {
  return [0, ...[...name.matchAll(BOUNDARY)].map(({ index, 0: boundary }) => index + boundary.length)]
}

/** The first piece at the beginning, the last at the end, the others in between, each as early as it can be. */
function matches(text: string, pieces: readonly string[]): boolean {
  const [first = '', ...others] = pieces
  const last = others.pop()
  if (last === undefined) return text === first
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const piece of others) {
    const found = text.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}
