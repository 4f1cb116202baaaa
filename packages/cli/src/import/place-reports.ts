import { ConfigurationError } from '@testwarden/core/model/errors'
import type { Files, FoundFile } from '@testwarden/core/ports/files'
import type { CommandCall } from '../command.js'
import { readMapping } from './mapping.js'
import { createNamePattern } from './name-pattern.js'
import type { PlacedRun } from './placed-run.js'
import { joinPlaces, NOWHERE, parsePlace, type RunPlace } from './run-place.js'

const MAX_MAPPING_BYTES = 16 * 1024 * 1024

/** All named files by the runs that they are of, as far as options, mapping and names tell. @throws ConfigurationError for options that cannot be used */
export async function placeReports({ values }: CommandCall, files: Files): Promise<readonly PlacedRun[]> {
  const given = parsePlace({
    commit: values.get('commit') ?? '',
    run: values.get('run') ?? '',
    attempt: values.get('attempt') ?? '',
    time: values.get('time') ?? '',
  })
  const mapped = await mappingOf(values.get('mapping'), files)
  const pattern = values.get('name-pattern')
  const named = pattern === undefined ? () => NOWHERE : createNamePattern(pattern)
  const runs = new Map<string, { readonly place: RunPlace; readonly files: Map<string, FoundFile> }>()
  for (const written of (values.get('reports') ?? '').split('\n')) {
    const root = fixedPartOf(written)
    for (const file of await files.find(written)) {
      const inside = file.path.startsWith(`${root}/`) ? file.path.slice(root.length + 1) : file.path
      const place = joinPlaces([given, mapped(file.path), named(inside)])
      const id = JSON.stringify([place.commit, place.run, place.attempt, place.time])
      const known = runs.get(id) ?? { place, files: new Map() }
      known.files.set(file.path, file)
      runs.set(id, known)
    }
  }
  return [...runs.values()].map((run) => ({
    place: run.place,
    files: [...run.files.values()],
    read: files.read,
    title: null,
    leftOut: [],
    isWhole: true,
  }))
}

async function mappingOf(path: string | undefined, files: Files): Promise<(report: string) => RunPlace> {
  if (path === undefined) return () => NOWHERE
  const text = await files.readText(path, MAX_MAPPING_BYTES)
  if (text === null)
    throw new ConfigurationError('There is no such mapping.', { path, remedy: 'Name an existing file.' })
  return readMapping(path, text)
}

/** What of a folder or a glob every found path begins with: names of runs come after it. */
function fixedPartOf(written: string): string {
  const plain = written.trim().replace(/^\.\//, '').replace(/\/+$/, '')
  const special = plain.search(/[*?[{]/)
  return special === -1 ? plain : plain.slice(0, Math.max(0, plain.lastIndexOf('/', special)))
}
