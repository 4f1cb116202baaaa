import type { ReportRecord } from '@testwarden/core/files/explain-file'
import type { Sighting, Witness } from '@testwarden/formats/witness'
import { fileNameOf, type Question } from './asked-file.js'

/** Records of files with the asked name that are kept of one report; the others are counted. */
const KEPT_MAX = 10_000

/** Remembers where the numbers of the asked file and line were seen, one report at a time. */
export interface SightingLog extends Witness {
  /** What was seen since the last time. */
  take(): SeenRecords
}

export interface SeenRecords {
  readonly sightings: readonly Sighting[]
  readonly unlisted: number
}

/**
 * A report says which folders its paths are relative to before, behind or not at all, so every file of the same name is
 * watched, and who is meant is decided later.
 */
export function createSightingLog({ file, line }: Question): SightingLog {
  const name = fileNameOf(file)
  let sightings: Sighting[] = []
  let unlisted = 0
  return {
    wants: (path) => fileNameOf(path) === name,
    saw(sighting) {
      if (!isAbout(sighting, line)) return
      if (sightings.length < KEPT_MAX) sightings.push(sighting)
      else unlisted++
    },
    take() {
      const taken = { sightings, unlisted }
      sightings = []
      unlisted = 0
      return taken
    },
  }
}

function isAbout({ kind, first, last }: Sighting, line: number | null): boolean {
  if (kind === 'entry') return true
  return line !== null && first <= line && line <= last
}

/** @param path as the report has it */
export function recordsOf({ sightings }: SeenRecords, path: string, module: string | null): readonly ReportRecord[] {
  const own = sightings.filter((sighting) => sighting.path === path && sighting.module === module)
  return own
    .filter((sighting, index) => index === 0 || !isSamePlace(sighting, own[index - 1]))
    .flatMap((sighting) => recordOf(sighting) ?? [])
}

/** A reader may ask for a file again without having moved on. */
function isSamePlace({ kind, place }: Sighting, before: Sighting | undefined): boolean {
  return (
    kind === 'entry' && before?.kind === 'entry' && place.line === before.place.line && place.text === before.place.text
  )
}

/** null: names of tests are told by themselves. */
function recordOf({ kind, first, last, name, hits, total, place }: Sighting): ReportRecord | null {
  if (kind === 'test') return null
  return { kind, reportLine: place.line, text: place.text, lines: { first, last }, name, hits, total }
}
