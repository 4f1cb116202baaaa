import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { goCoverReader } from '@testwarden/formats/coverage/go-cover/reader'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { readBuildFolders } from '../../src/paths/read-build-folders.js'
import { readGoModules } from '../../src/paths/read-go-modules.js'
import { createPathResolver } from '../../src/resolve-paths.js'

const ROOT = join(import.meta.dirname, '../../../..')
const example = (path: string) => readFileSync(join(ROOT, 'examples/go-parcel/base', path), 'utf8')

test('a profile of two modules in a workspace finds each of its files', async () => {
  const files = new MemoryFiles(
    Object.fromEntries(['go.mod', 'go.work', 'label/go.mod'].map((path) => [path, example(path)])),
  )
  const sources = ['parcel.go', 'rates/rates.go', 'rates/discount.go', 'label/label.go']
  const trackedFiles = ['go.mod', 'go.work', 'label/go.mod', ...sources]
  const build = await readBuildFolders({ trackedFiles, workspacePrefix: '' }, files)
  const resolver = createPathResolver({ trackedFiles, roots: [], build })
  const reader = goCoverReader({ path: 'cover.out' })
  reader.write(readFileSync(join(ROOT, 'fixtures/coverage/go-cover/work/input.out')))
  const result = reader.end()
  const found = result.ok ? result.model.files.map(({ path }) => resolver.resolve(path, [])?.path) : []
  expect(found.toSorted()).toEqual(sources.toSorted())
})

test('folders that the go command passes by are passed by', async () => {
  const paths = ['vendor/a/go.mod', 'x/testdata/go.mod', '_old/go.mod', '.hidden/go.mod', 'real/go.mod', 'cargo.mod']
  const files = new MemoryFiles(Object.fromEntries(paths.map((path) => [path, `module example.com/${path}`])))
  const modules = await readGoModules({ trackedFiles: paths, workspacePrefix: '' }, files)
  expect([...modules]).toEqual([['example.com/real/go.mod', ['real/']]])
})

test('a workspace inside the repository reads its own files, under the paths that git has', async () => {
  const files = new MemoryFiles({ 'api/go.mod': 'module example.com/api' })
  const search = { trackedFiles: ['go/api/go.mod', 'other/go.mod'], workspacePrefix: 'go/' }
  expect([...(await readGoModules(search, files))]).toEqual([['example.com/api', ['go/api/']]])
})
