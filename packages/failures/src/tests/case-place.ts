import type { TestIdentity } from '@testwarden/core/model/test-run'

/** Resolves a path, as somebody wrote it, to a file of the repository; null where none or several answer to it. */
export type SearchFile = (path: string) => string | null

/** What a class or a suite may be written in. */
const EXTENSIONS = ['py', 'java', 'kt', 'scala', 'groovy', 'cs', 'php', 'rb', 'rs', 'go', 'ts', 'js', 'swift', 'ex']
const MOST_CANDIDATES = 60

/**
 * The file that a test stands in: as the report says; else as its class or its suites are named after it
 * (`tests.test_refund.TestRounding` is in `tests/test_refund.py`). Answers are kept, as neighbours share them.
 */
export function createCasePlace(search: SearchFile): (identity: TestIdentity) => string | null {
  const known = new Map<string, string | null>()
  return ({ file, className, suite }) => {
    const key = JSON.stringify([file, className, suite])
    const remembered = known.get(key)
    if (remembered !== undefined) return remembered
    const found = find({ file, className, suite }, search)
    known.set(key, found)
    return found
  }
}

function find({ file, className, suite }: Omit<TestIdentity, 'name'>, search: SearchFile): string | null {
  if (file !== null) return search(file)
  const names = [className, ...[...suite].reverse()].filter((name) => name !== null && name !== '')
  for (const candidate of names.flatMap(candidatesOf).slice(0, MOST_CANDIDATES)) {
    const path = search(candidate)
    if (path !== null) return path
  }
  return null
}

/** A path stands for itself. A dotted name is tried whole and without its last parts, which may be a class. */
function candidatesOf(name: string | null): readonly string[] {
  if (name === null || name.length > 300 || /\s/.test(name)) return []
  if (name.includes('/') || /\.[a-z]{1,4}$/.test(name)) return [name, ...dottedCandidates(name)]
  return dottedCandidates(name)
}

function dottedCandidates(name: string): readonly string[] {
  const parts = name.split(/::|[.\\$+#]/).filter((part) => part !== '')
  // A single word would be found anywhere.
  const lengths = [parts.length, parts.length - 1].filter((length) => length >= 2)
  return lengths.flatMap((length) => EXTENSIONS.map((extension) => `${parts.slice(0, length).join('/')}.${extension}`))
}
