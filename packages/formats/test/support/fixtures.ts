import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReportKind } from '../../src/format.js'

const ROOT = join(import.meta.dirname, '../../../../fixtures')

/** One folder of `fixtures/<kind>/<format>/`. */
export interface Fixture {
  readonly name: string
  readonly format: string
  readonly input: Uint8Array
  readonly expected: unknown
  readonly hasProvenance: boolean
}

/** All fixtures of a kind, in the order of their names; those without an input yet are still being made. */
export function fixturesOf(kind: ReportKind): readonly Fixture[] {
  const root = join(ROOT, kind)
  if (!existsSync(root)) return []
  return readdirSync(root).flatMap((format) =>
    readdirSync(join(root, format)).flatMap((name) => readFixture(join(root, format, name), format, name)),
  )
}

function readFixture(folder: string, format: string, name: string): readonly Fixture[] {
  const input = readdirSync(folder).find((file) => file.startsWith('input.'))
  if (input === undefined) return []
  const expected = join(folder, 'expected.json')
  return [
    {
      name: `${format}/${name}`,
      format,
      input: readFileSync(join(folder, input)),
      expected: existsSync(expected) ? JSON.parse(readFileSync(expected, 'utf8')) : null,
      hasProvenance: existsSync(join(folder, 'PROVENANCE.md')),
    },
  ]
}
