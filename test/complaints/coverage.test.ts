import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

const HERE = import.meta.dirname
const DOCS = join(HERE, '../../docs')
const COMPLAINTS = Array.from({ length: 31 }, (_, index) => index + 1)
const page = readFileSync(join(DOCS, 'complaints.md'), 'utf8')

/** Rows of the table: a number, the complaint, the answer, its proofs. */
const rows = [...page.matchAll(/^\| (\d+) \|(.*)\|$/gm)].map(([, number = '', cells = '']) => ({
  number: Number(number),
  cells: cells.split('|').map((cell) => cell.trim()),
}))

/** Links to tests: the text is a test's name, or the part of it that all cases of a table share. */
const proofs = rows.flatMap(({ number, cells }) =>
  [...(cells[2] ?? '').matchAll(/\[([^\]]+)\]\((\.\.\/[^)]+\.test\.ts)\)/g)].map(([, name = '', file = '']) => ({
    number,
    name,
    file,
  })),
)

function holds(path: string, name: string): boolean {
  if (!existsSync(path)) return false
  const source = readFileSync(path, 'utf8')
  return source.includes(name) || source.includes(name.replaceAll("'", "\\'"))
}

test('every complaint has a row, in the order of the list', () => {
  expect(rows.map(({ number }) => number)).toEqual(COMPLAINTS)
})

test('every row either names a test that exists or says that there is no answer yet', () => {
  expect(proofs.filter(({ file, name }) => !holds(join(DOCS, file), name))).toEqual([])
  const proven = new Set(proofs.map(({ number }) => number))
  const silent = rows.filter(({ number, cells }) => !proven.has(number) && !(cells[1] ?? '').startsWith('Not yet'))
  expect(silent).toEqual([])
})

test('every test about a complaint is named in the row of its number', () => {
  const files = readdirSync(HERE).filter((file) => file.endsWith('.test.ts') && file !== 'coverage.test.ts')
  const numbers = files.flatMap((file) => numbersIn(file).map((number) => ({ file, number })))
  expect(numbers.length).toBeGreaterThan(15)
  const missing = numbers.filter(
    ({ file, number }) => !proofs.some((proof) => proof.number === number && proof.file.endsWith(`/${file}`)),
  )
  expect(missing).toEqual([])
})

/** The complaints that a file's tests or groups of tests are named after. */
function numbersIn(file: string): readonly number[] {
  const source = readFileSync(join(HERE, file), 'utf8')
  return [...new Set([...source.matchAll(/\(\s*'(\d+): /g)].map(([, number]) => Number(number)))]
}
