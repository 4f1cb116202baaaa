import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { ParseResult } from '@testwarden/core/model/result'
import type { Format, Reader, ReportKind } from '../../src/format.js'
import { pump, readAll } from './read.js'

const ROOT = join(import.meta.dirname, '../../../../fixtures')

/** One folder of `fixtures/<kind>/<format>/`. */
export interface Fixture {
  readonly name: string
  readonly format: string
  /** Of several files the first one. */
  readonly input: Uint8Array
  /** Of a report of several files: all of them, by path. */
  readonly parts: ReadonlyMap<string, Uint8Array> | null
  readonly expected: unknown
  readonly hasProvenance: boolean
}

/** All fixtures of a kind, in the order of their names; those without an input yet are still being made. */
export function fixturesOf(kind: ReportKind): readonly Fixture[] {
  const root = join(ROOT, kind)
  if (!existsSync(root)) return []
  return readdirSync(root).flatMap((format) =>
    readdirSync(join(root, format)).flatMap((name) => fixtureIn(join(root, format, name), format, name)),
  )
}

function fixtureIn(folder: string, format: string, name: string): readonly Fixture[] {
  const file = readdirSync(folder).find((entry) => entry.startsWith('input.'))
  const parts = existsSync(join(folder, 'input')) ? partsOf(join(folder, 'input')) : null
  const [first] = parts?.values() ?? []
  const input = file === undefined ? first : readFileSync(join(folder, file))
  if (input === undefined) return []
  const expected = join(folder, 'expected.json')
  return [
    {
      name: `${format}/${name}`,
      format,
      input,
      parts,
      expected: existsSync(expected) ? JSON.parse(readFileSync(expected, 'utf8')) : null,
      hasProvenance: existsSync(join(folder, 'PROVENANCE.md')),
    },
  ]
}

function partsOf(folder: string): ReadonlyMap<string, Uint8Array> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort()
  return new Map(paths.map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)]))
}

/** Reads a fixture as intake does: the files of a report that has several one behind the other. */
export function readFixture<Model>(
  { name, input, parts }: Pick<Fixture, 'name' | 'input' | 'parts'>,
  {
    format,
    reader,
    portion,
  }: { readonly format: Format<Model>; readonly reader: Reader<Model>; readonly portion?: number },
): ParseResult<Model> {
  if (parts === null) return readAll(reader, input, portion)
  const [group, another] = format.group?.([...parts.keys()]) ?? []
  if (group === undefined || another !== undefined) throw new Error(`${name} is not one report`)
  for (const path of group.files) {
    reader.begin?.(path)
    pump(reader, parts.get(path) ?? new Uint8Array(0), portion)
  }
  return reader.end()
}
