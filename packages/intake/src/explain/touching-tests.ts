import type { TouchingTests } from '@testwarden/core/files/explain-file'
import type { Sighting } from '@testwarden/formats/witness'

const NAMES_MAX = 100

/** What ran a line, where reports tell: names of tests, or of the commands and contexts that stand for many. */
export function touchingTests(sightings: readonly Sighting[], line: number | null): TouchingTests {
  if (line === null) return { names: [], caveat: 'Ask for a line, as in `<file>:<line>`, to see which tests ran it.' }
  const onLine = sightings.filter(({ kind, first }) => kind !== 'entry' && kind !== 'function' && first <= line)
  const ran = onLine.filter(({ hits }) => (hits ?? 0) > 0)
  const names = [...new Set(ran.map(({ test }) => test).filter((test) => test !== null))]
  return { names: names.slice(0, NAMES_MAX), caveat: caveatOf({ onLine, ran, names }) }
}

interface Runs {
  readonly onLine: readonly Sighting[]
  readonly ran: readonly Sighting[]
  readonly names: readonly string[]
}

const UNTOLD = 'The report does not tell which tests ran it.'

function caveatOf({ onLine, ran, names }: Runs): string | null {
  if (onLine.length > 0 && ran.length === 0) return 'No test ran it.'
  if (names.length === 0) return UNTOLD
  if (names.length > NAMES_MAX) return `${names.length - NAMES_MAX} more are not listed.`
  return ran.some(({ test }) => test === null)
    ? 'Not every record that has hits tells which test they come from.'
    : null
}
