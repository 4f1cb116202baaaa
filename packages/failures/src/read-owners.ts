import type { Files } from '@testwarden/core/ports/files'
import { CODEOWNERS_PATHS, type Codeowners, MAX_CODEOWNERS_CHARACTERS, ownersOf, parseCodeowners } from './owners.js'

/** Who owns which file, and what of CODEOWNERS says nothing. */
export interface ReadOwners {
  ownersOf(path: string): readonly string[]
  readonly notes: readonly string[]
}

const NOBODY: ReadOwners = { ownersOf: () => [], notes: [] }
const NOTES_MAX = 5

/** @param prefix where the workspace lies inside the repository: what lies above it cannot be read from here */
export async function readOwners(files: Pick<Files, 'readText'>, prefix: string): Promise<ReadOwners> {
  if (prefix !== '') return NOBODY
  for (const path of CODEOWNERS_PATHS) {
    const text = await files.readText(path, 4 * MAX_CODEOWNERS_CHARACTERS)
    if (text !== null) return ownersIn(path, parseCodeowners(text))
  }
  return NOBODY
}

function ownersIn(path: string, codeowners: Codeowners): ReadOwners {
  const known = new Map<string, readonly string[]>()
  return {
    ownersOf(file) {
      const owners = known.get(file) ?? ownersOf(codeowners, file)
      known.set(file, owners)
      return owners
    },
    notes: codeowners.problems.slice(0, NOTES_MAX).map(({ line, message }) => `${path}:${line}: ${message}`),
  }
}
