import { describe, expect, test } from '@jest/globals'
import type { GoMod } from '../../src/paths/go-mod.js'
import { goModules } from '../../src/paths/go-modules.js'
import { createPathResolver } from '../../src/resolve-paths.js'

const mod = (module: string | null, more: Partial<GoMod> = {}): GoMod => ({ module, replaced: [], used: [], ...more })

function resolverOf(files: Readonly<Record<string, GoMod>>, trackedFiles: readonly string[]) {
  const build = { folders: [], moduleNames: new Map(), goModules: goModules(new Map(Object.entries(files))) }
  const resolver = createPathResolver({ trackedFiles, roots: [], build })
  return (written: string) => resolver.resolve(written, [])
}

describe('an import path with the name of a file', () => {
  const resolve = resolverOf({ 'go.mod': mod('example.com/parcel'), 'label/go.mod': mod('example.com/parcel/label') }, [
    'parcel.go',
    'rates/rates.go',
    'label/label.go',
    'label/cmd/main.go',
    'view/page.templ',
  ])

  test.each([
    ['example.com/parcel/parcel.go', 'parcel.go'],
    ['example.com/parcel/rates/rates.go', 'rates/rates.go'],
    ['example.com/parcel/label/label.go', 'label/label.go'],
    ['example.com/parcel/label/cmd/main.go', 'label/cmd/main.go'],
    ['example.com/parcel/view/page.templ', 'view/page.templ'],
  ])('%s is %s', (written, path) => {
    expect(resolve(written)).toEqual({ path, how: 'go-module' })
  })

  test.each([
    'example.com/parcel/_cgo_gotypes.go',
    'example.com/parcels/parcel.go',
    'example.com/other/parcel.go',
  ])('%s is no file of the repository', (written) => {
    expect(resolve(written)).toBeNull()
  })
})

test('a module without a domain comes before a folder of its name, for Go files alone', () => {
  const resolve = resolverOf({ 'go.mod': mod('app') }, ['main.go', 'app/main.go', 'index.ts', 'app/index.ts'])
  expect(resolve('app/main.go')?.path).toBe('main.go')
  expect(resolve('app/app/main.go')?.path).toBe('app/main.go')
  expect(resolve('app/index.ts')?.path).toBe('app/index.ts')
})

test('a module that another one replaces by a folder is found there, whatever it calls itself', () => {
  const replaced = [{ path: 'example.com/rates', folder: '../lib/rates' }]
  const resolve = resolverOf({ 'api/go.mod': mod('example.com/api', { replaced }) }, ['lib/rates/rates.go', 'api/a.go'])
  expect(resolve('example.com/rates/rates.go')).toEqual({ path: 'lib/rates/rates.go', how: 'go-module' })
})

describe('a module that two folders have', () => {
  const files = { 'new/go.mod': mod('example.com/parcel'), 'old/go.mod': mod('example.com/parcel') }

  test('is not guessed at', () => {
    const resolve = resolverOf(files, ['new/parcel.go', 'old/parcel.go'])
    expect(resolve('example.com/parcel/parcel.go')).toBeNull()
  })

  test('is the one that go.work uses', () => {
    const resolve = resolverOf({ ...files, 'go.work': mod(null, { used: ['./new'] }) }, [
      'new/parcel.go',
      'old/parcel.go',
    ])
    expect(resolve('example.com/parcel/parcel.go')?.path).toBe('new/parcel.go')
  })

  test('is the one that has the file', () => {
    const resolve = resolverOf(files, ['new/parcel.go', 'old/other.go'])
    expect(resolve('example.com/parcel/parcel.go')?.path).toBe('new/parcel.go')
  })
})

test('a folder outside of the repository has none of its files', () => {
  const replaced = [{ path: 'example.com/rates', folder: '../../rates' }]
  const resolve = resolverOf({ 'api/go.mod': mod('example.com/api', { replaced }) }, ['rates/rates.go', 'x/rates.go'])
  expect(resolve('example.com/rates/x.go')).toBeNull()
})
