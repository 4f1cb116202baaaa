import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestFailure } from '@testwarden/core/model/test-run'
import type { SearchFile, TestPlace } from '../../src/find-location.js'
import type { Frame } from '../../src/stack-traces/frame.js'

const ROOT = join(import.meta.dirname, '../../../../fixtures/failures')

/** One folder of `fixtures/failures/<language>/`. */
export interface TraceFixture {
  readonly name: string
  readonly failure: TestFailure
  readonly test: TestPlace | null
  readonly tracked: readonly string[]
  /** How many frames the trace has. */
  readonly frames: number
  /** The first of them. */
  readonly innermost: readonly Frame[]
  readonly location: { readonly path: string; readonly line: number } | null
  readonly category: string | null
  readonly hasProvenance: boolean
}

export function traceFixtures(): readonly TraceFixture[] {
  return readdirSync(ROOT).flatMap((language) =>
    readdirSync(join(ROOT, language)).map((name) => readFixture(join(ROOT, language, name), `${language}/${name}`)),
  )
}

export function traceFixture(name: string): TraceFixture {
  return readFixture(join(ROOT, name), name)
}

function readFixture(folder: string, name: string): TraceFixture {
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
  const trace = readFileSync(join(folder, 'trace.txt'), 'utf8')
  const hasProvenance = existsSync(join(folder, 'PROVENANCE.md'))
  return { ...expected, name, hasProvenance, failure: { ...expected.failure, trace } }
}

/** The one tracked path that ends as the written one does, or that the written one ends with. */
export function searchIn(tracked: readonly string[]): SearchFile {
  return (written) => {
    const path = written.replaceAll('\\', '/').replace(/^\.\//, '')
    const found = tracked.filter((file) => isEnding(path, file) || isEnding(file, path))
    return found.length === 1 ? (found[0] ?? null) : null
  }
}

function isEnding(path: string, end: string): boolean {
  return path === end || path.endsWith(`/${end}`)
}
