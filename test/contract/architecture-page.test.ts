import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8')
const FOLDERS = ['packages', 'actions'].flatMap((group) => readdirSync(join(ROOT, group)).map((name) => [group, name]))

/** Files that the page names: from the root, from a package (`core/render/fit.ts`), or from an action's `src`. */
const named = [...page.matchAll(/`([\w-]+(?:\/[\w.-]+)*\.ts)`/g)].map(([, path = '']) => path)

function isThere(path: string): boolean {
  const [first = '', ...rest] = path.split('/')
  const places = [
    path,
    join('packages', first, 'src', ...rest),
    ...FOLDERS.map((folder) => join(...folder, 'src', path)),
  ]
  return places.some((place) => existsSync(join(ROOT, place)))
}

test('every file that the page on architecture names exists', () => {
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter((path) => !isThere(path))).toEqual([])
})

test('every package has its row there', () => {
  const rows = [...page.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name)
  expect(rows).toEqual(expect.arrayContaining(readdirSync(join(ROOT, 'packages'))))
})
