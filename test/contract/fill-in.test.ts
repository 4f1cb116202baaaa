import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** What `npm run new:format` leaves for its author. */
const MARK = /fill[ -]in\b.*/i

function filesIn(folder: string): readonly string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true }).map((name) => join(folder, String(name)))
  return names.filter((name) => statSync(join(ROOT, name)).isFile())
}

function placesOf(file: string): readonly string[] {
  return readFileSync(join(ROOT, file), 'latin1')
    .split('\n')
    .flatMap((line, index) => {
      const found = MARK.exec(line)?.[0]
      return found === undefined ? [] : [`${file.split(sep).join('/')}:${index + 1}: ${found}`]
    })
}

test('no format has anything left to fill in', () => {
  const files = ['packages/formats/src', 'packages/formats/test', 'fixtures'].flatMap(filesIn)
  const pages = ['docs/formats-of-benchmarks.md', 'docs/formats-of-tests.md']
  expect([...files, ...pages].flatMap(placesOf)).toEqual([])
})
