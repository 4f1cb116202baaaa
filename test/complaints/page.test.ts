import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'

const HERE = import.meta.dirname
const DOCS = join(HERE, '../../docs')
const page = readFileSync(join(DOCS, 'complaints.md'), 'utf8')

/** The tables of the page, how long the collected lists are, and where tests that are written for them lie; null: there are none. */
const LISTS = [
  { heading: 'Coverage', complaints: 31, folder: HERE, fewestTested: 15 },
  { heading: 'Flaky tests and test reports', complaints: 24, folder: join(HERE, 'test-runs'), fewestTested: 12 },
  { heading: 'Benchmarks', complaints: 29, folder: join(HERE, 'benchmarks'), fewestTested: 12 },
  { heading: 'Incidents', complaints: 33, folder: null, fewestTested: 0 },
]

interface Row {
  readonly number: number
  /** The complaint, the answer, its proofs. */
  readonly cells: readonly string[]
}

/** A link to a test: the text is its name, or the part of it that all cases of a table share. */
interface Proof {
  readonly number: number
  readonly name: string
  readonly file: string
}

function rowsBelow(heading: string): readonly Row[] {
  const [, section = ''] = page.split(`## ${heading}\n`)
  const [table = ''] = section.split('\n## ')
  return [...table.matchAll(/^\| (\d+) \|(.*)\|$/gm)].map(([, number = '', cells = '']) => ({
    number: Number(number),
    cells: cells.split('|').map((cell) => cell.trim()),
  }))
}

function proofsOf({ number, cells }: Row): readonly Proof[] {
  const links = [...(cells[2] ?? '').matchAll(/\[([^\]]+)\]\((\.\.\/[^)]+\.test\.ts)\)/g)]
  return links.map(([, name = '', file = '']) => ({ number, name, file }))
}

function holds(path: string, name: string): boolean {
  if (!existsSync(path)) return false
  const source = readFileSync(path, 'utf8')
  return source.includes(name) || source.includes(name.replaceAll("'", "\\'"))
}

describe.each(LISTS)('the list below $heading', ({ heading, complaints, folder, fewestTested }) => {
  const rows = rowsBelow(heading)
  const proofs = rows.flatMap(proofsOf)

  test('has a row for every complaint, in their order', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: complaints }, (_, index) => index + 1))
  })

  test('names a test that exists in every row, or says that there is no answer yet', () => {
    expect(proofs.filter(({ file, name }) => !holds(join(DOCS, file), name))).toEqual([])
    const proven = new Set(proofs.map(({ number }) => number))
    const silent = rows.filter(({ number, cells }) => !proven.has(number) && !(cells[1] ?? '').startsWith('Not yet'))
    expect(silent).toEqual([])
  })

  test('names every test that was written for it in the row of its number', () => {
    const numbers = testFilesOf(folder).flatMap(({ file, path }) => numbersIn(path).map((number) => ({ file, number })))
    expect(numbers.length).toBeGreaterThanOrEqual(fewestTested)
    const missing = numbers.filter(
      ({ file, number }) => !proofs.some((proof) => proof.number === number && proof.file.endsWith(`/${file}`)),
    )
    expect(missing).toEqual([])
  })
})

function testFilesOf(folder: string | null): readonly { readonly file: string; readonly path: string }[] {
  if (folder === null) return []
  const files = readdirSync(folder).filter((file) => file.endsWith('.test.ts') && file !== 'page.test.ts')
  return files.map((file) => ({ file, path: join(folder, file) }))
}

/** The complaints that a file's tests or groups of tests are named after. */
function numbersIn(path: string): readonly number[] {
  const source = readFileSync(path, 'utf8')
  return [...new Set([...source.matchAll(/\(\s*'(\d+): /g)].map(([, number]) => Number(number)))]
}
