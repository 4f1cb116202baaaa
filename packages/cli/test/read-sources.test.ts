import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { CoverageViewFile } from '@testwarden/core/model/coverage-view'
import { createWorkspaceFiles } from '@testwarden/platform/files'
import { readSources } from '../src/read-sources.js'

let outer: string
let root: string

beforeEach(() => {
  outer = mkdtempSync(join(tmpdir(), 'testwarden-sources-'))
  root = join(outer, 'workspace')
  mkdirSync(root)
})

afterEach(() => rmSync(outer, { recursive: true, force: true }))

function viewFile(path: string, part: Partial<CoverageViewFile> = {}): CoverageViewFile {
  const lines = { covered: 0, total: 1 }
  const totals = { lines, branches: null, functions: null, statements: null }
  return { path, isTracked: true, totals, covered: [], missed: [], partial: [], uncalled: [], change: null, ...part }
}

async function read(files: readonly CoverageViewFile[], prefix = '') {
  const place = { files: createWorkspaceFiles({ root, reach: 'workspace' }), prefix }
  return Object.fromEntries(await readSources({ files, patch: null }, place))
}

test('reads what is there, and says of the rest why it is not', async () => {
  writeFileSync(join(root, 'a.ts'), 'text\n')
  writeFileSync(join(root, 'image.ts'), 'a\0b')
  writeFileSync(join(root, 'long.ts'), 'x'.repeat(512 * 1024 + 1))
  expect(await read(['a.ts', 'gone.ts', 'image.ts', 'long.ts'].map((path) => viewFile(path)))).toEqual({
    'a.ts': { kind: 'text', text: 'text\n' },
    'gone.ts': { kind: 'left-out', reason: 'there is no such file here' },
    'image.ts': { kind: 'left-out', reason: 'it is no text' },
    'long.ts': { kind: 'left-out', reason: 'long.ts is longer than 524288 bytes' },
  })
})

test('a path of a report opens no file that git does not track', async () => {
  writeFileSync(join(root, '.env'), 'TOKEN=1')
  expect(await read([viewFile('.env', { isTracked: false })])).toEqual({
    '.env': { kind: 'left-out', reason: 'no tracked file answers to this path' },
  })
})

test('nothing outside the workspace is read, neither by a path nor through a tracked link', async () => {
  writeFileSync(join(outer, 'secret.txt'), 'secret')
  symlinkSync(join(outer, 'secret.txt'), join(root, 'link.txt'))
  const sources = await read([viewFile('link.txt'), viewFile('../secret.txt')])
  expect(Object.values(sources).map(({ kind }) => kind)).toEqual(['left-out', 'left-out'])
  expect(JSON.stringify(sources)).not.toContain('"secret"')
})

test('in a subfolder of the repository only what lies below it', async () => {
  writeFileSync(join(root, 'a.ts'), 'text')
  expect(await read([viewFile('packages/app/a.ts'), viewFile('README.md')], 'packages/app/')).toEqual({
    'packages/app/a.ts': { kind: 'text', text: 'text' },
    'README.md': { kind: 'left-out', reason: 'it lies outside the working directory' },
  })
})

test('stops when the page is full, with what people need most read first', async () => {
  const text = 'x'.repeat(500 * 1024)
  const paths = [...Array(20).keys()].map((index) => `file-${String(index).padStart(2, '0')}.ts`)
  for (const path of paths) writeFileSync(join(root, path), text)
  const change = { lines: [{ first: 1, last: 1 }], count: { covered: 0, total: 1 } }
  const files = paths.map((path) => viewFile(path, path === 'file-19.ts' ? { change } : {}))
  const sources = Object.entries(await read(files))
  expect(sources[0]).toMatchObject(['file-19.ts', { kind: 'text' }])
  expect(sources.filter(([, { kind }]) => kind === 'text')).toHaveLength(16)
  expect(sources.at(-1)?.[1]).toEqual({
    kind: 'left-out',
    reason: 'the page holds 8 MiB of files that need it more',
  })
})
