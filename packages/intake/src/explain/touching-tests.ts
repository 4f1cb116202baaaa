import type { TouchingTests } from '@testwarden/core/files/explain-file'
import type { Sighting } from '@testwarden/formats/witness'

const NAMES_MAX = 100

/**
 * What ran a line, where reports tell: names of tests, or of commands and contexts that stand for many.
 * @param reports what each of them was seen to say of the line
 */
export function touchingTests(reports: readonly (readonly Sighting[])[], line: number | null): TouchingTests {
  if (line === null) return { names: [], caveat: 'Ask for a line, as in `<file>:<line>`, to see which tests ran it.' }
  const covering = reports.filter((sightings) => sightings.some(isHit))
  const told = covering.map(namesOf)
  const names = [...new Set(told.flat())]
  return { names: names.slice(0, NAMES_MAX), caveat: caveatOf({ told, names, isSeen: reports.flat().some(isNumber) }) }
}

function isHit(sighting: Sighting): boolean {
  return sighting.kind === 'test' || (isNumber(sighting) && (sighting.hits ?? 0) > 0)
}

/** What says whether the line ran; a function that begins there may have been called without it. */
function isNumber({ kind }: Sighting): boolean {
  return kind === 'line' || kind === 'statement'
}

function namesOf(sightings: readonly Sighting[]): readonly string[] {
  return sightings.filter(isHit).flatMap((sighting) => nameOf(sighting) ?? [])
}

function nameOf({ kind, name, test }: Sighting): string | null {
  return kind === 'test' ? name : test
}

interface Told {
  readonly told: readonly (readonly string[])[]
  readonly names: readonly string[]
  /** Some report was seen to tell of the line. */
  readonly isSeen: boolean
}

function caveatOf({ told, names, isSeen }: Told): string | null {
  if (told.length === 0 && isSeen) return 'No test ran it.'
  if (names.length === 0) return 'The report does not tell which tests ran it.'
  if (names.length > NAMES_MAX) return `${names.length - NAMES_MAX} more are not listed.`
  return told.some((own) => own.length === 0)
    ? 'Not every report that has hits tells which tests they come from.'
    : null
}
