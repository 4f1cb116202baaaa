import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'

const DOCS = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'docs')
const page = readFileSync(join(DOCS, 'security.md'), 'utf8')

/** Links to tests: the text is a test's name, or the part of it that all cases of a table share. */
const proofs = [...page.matchAll(/\[([^\]]+)\]\((\.\.\/[^)]+\.test\.ts)\)/g)].map(([, name = '', file = '']) => ({
  name,
  file,
}))

/** As a test file writes the name: the quotes around it may have made it escape its own. */
function holds(source: string, name: string): boolean {
  return source.includes(name) || source.includes(name.replaceAll("'", "\\'"))
}

test('every proof that the security page names is a test that exists', () => {
  expect(proofs.length).toBeGreaterThan(40)
  const missing = proofs.filter(({ name, file }) => {
    const path = join(DOCS, file)
    return !existsSync(path) || !holds(readFileSync(path, 'utf8'), name)
  })
  expect(missing).toEqual([])
})
