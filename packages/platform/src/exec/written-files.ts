import { PlatformError } from '@testwarden/core/model/errors'
import type { Files, FoundFile } from '@testwarden/core/ports/files'

/** Some files of one place. */
export interface WrittenPart {
  readonly files: Files
  /** As that place knows them. */
  readonly paths: readonly string[]
  /** Stands before them, so that files of several places cannot be mixed up. */
  readonly prefix: string
}

/** Files of several places as one, to be read only. */
export function joinWritten(parts: readonly WrittenPart[]): Files {
  const places = new Map(
    parts.flatMap(({ files, paths, prefix }) => paths.map((given) => [`${prefix}${given}`, { files, given }] as const)),
  )
  const placeOf = (path: string) => {
    const place = places.get(path)
    if (place === undefined) throw new PlatformError(`${path} is none of the files that the command wrote`)
    return place
  }
  return {
    find: async () => [...places.keys()].map((path): FoundFile => ({ path, bytes: 0, how: 'met' })),
    read: (path) => placeOf(path).files.read(placeOf(path).given),
    readHead: async (path, limit) => placeOf(path).files.readHead(placeOf(path).given, limit),
    readText: async (path, maxBytes) => placeOf(path).files.readText(placeOf(path).given, maxBytes),
    write: async (path) => {
      throw new PlatformError(`${path} cannot be written: what a command wrote is only read`)
    },
  }
}
