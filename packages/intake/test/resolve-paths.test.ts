import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createPathResolver } from '../src/resolve-paths.js'

const TRACKED = [
  'setup.py',
  'conftest.py',
  'tests/conftest.py',
  'src/shop/billing/refund.py',
  'src/shop/cart.py',
  'lib/shop/cart.py',
  'services/api/src/index.ts',
  'services/web/src/index.ts',
  'services/web/src/Only.tsx',
  'App/Startup.cs',
  '.github/scripts/run.py',
  'odd\\name.py',
]

function resolve(written: string, sources: readonly string[] = [], roots: readonly string[] = []) {
  return createPathResolver({ trackedFiles: TRACKED, roots }).resolve(written, sources)
}

describe('a written path resolves', () => {
  test.each([
    ['as it stands', 'src/shop/billing/refund.py', [], 'src/shop/billing/refund.py', 'exact'],
    ['with a leading dot', './src/shop/cart.py', [], 'src/shop/cart.py', 'exact'],
    ['with dots inside', 'src/./shop/x/../cart.py', [], 'src/shop/cart.py', 'exact'],
    ['with a start above its own', '../src/shop/cart.py', [], 'src/shop/cart.py', 'exact'],
    ['in a hidden folder', './.github/scripts/run.py', [], '.github/scripts/run.py', 'exact'],
    ['with a backslash that belongs to its name', 'odd\\name.py', [], 'odd\\name.py', 'exact'],
    ['with backslashes', 'src\\shop/billing\\refund.py', [], 'src/shop/billing/refund.py', 'exact'],
    ['below a relative source', 'billing/refund.py', ['src/shop'], 'src/shop/billing/refund.py', 'source'],
    ['below a source of a build machine', 'cart.py', ['/home/runner/work/r/r/src/shop'], 'src/shop/cart.py', 'source'],
    [
      'below one of two sources',
      'billing/refund.py',
      ['/app/lib/shop', '/app/src/shop'],
      'src/shop/billing/refund.py',
      'source',
    ],
    [
      'below an unknown absolute source',
      'billing/refund.py',
      ['/tmp/b7/src/shop'],
      'src/shop/billing/refund.py',
      'suffix',
    ],
    ['below a drive', 'agent\\src\\shop\\cart.py', ['C:'], 'src/shop/cart.py', 'suffix'],
    ['on a GitHub runner', '/home/runner/work/shop/shop/src/shop/cart.py', [], 'src/shop/cart.py', 'checkout-folder'],
    ['on a Windows runner', 'D:\\a\\shop\\shop\\src\\shop\\cart.py', [], 'src/shop/cart.py', 'checkout-folder'],
    ['in a container job', '/__w/shop/shop/setup.py', [], 'setup.py', 'checkout-folder'],
    ['in a deterministic build', '/_/App/Startup.cs', [], 'App/Startup.cs', 'checkout-folder'],
    ['in another case', 'app/startup.cs', [], 'App/Startup.cs', 'case'],
    ['in another case below a runner', 'D:/a/shop/shop/app/STARTUP.cs', [], 'App/Startup.cs', 'case'],
    ['on a share', '\\\\build\\share\\web\\src\\Only.tsx', [], 'services/web/src/Only.tsx', 'suffix'],
    ['as a file URL', 'file:///ci/x%20y/App/Startup.cs', [], 'App/Startup.cs', 'suffix'],
    ['as a URL of a code host', 'https://raw.example/acme/shop/1f3c/App/Startup.cs', [], 'App/Startup.cs', 'suffix'],
    ['as a bundler URL', 'webpack:///./web/src/Only.tsx?a1b2', [], 'services/web/src/Only.tsx', 'suffix'],
    ['in another case below an unknown folder', 'd:\\BUILD\\app\\STARTUP.CS', [], 'App/Startup.cs', 'suffix'],
    ['relative to a package', 'web/src/index.ts', [], 'services/web/src/index.ts', 'suffix'],
    ['by the name of a unique file in the root', '/elsewhere/setup.py', [], 'setup.py', 'file-name'],
  ] as const)('%s', (_name, written, sources, path, how) => {
    expect(resolve(written, sources)).toEqual({ path, how })
  })

  test('below a root of the user, or with it taken off', () => {
    expect(resolve('cart.py', [], ['src/shop'])).toEqual({ path: 'src/shop/cart.py', how: 'root' })
    expect(resolve('/opt/x/cart.py', [], ['/opt/x'])).toBeNull()
    expect(resolve('/opt/x/lib/shop/cart.py', [], ['/opt/x'])).toEqual({ path: 'lib/shop/cart.py', how: 'root' })
  })

  test('below its source rather than to a file of the same name in the root', () => {
    expect(resolve('conftest.py', ['/home/runner/work/r/r/tests'])).toEqual({
      path: 'tests/conftest.py',
      how: 'source',
    })
    expect(resolve('conftest.py', ['/home/runner/work/r/r'])).toEqual({ path: 'conftest.py', how: 'exact' })
  })
})

test('a workspace inside the repository comes before the root, and its relative sources do too', () => {
  const trackedFiles = ['src/a.ts', 'web/src/a.ts', 'web/lib/b.ts', 'lib/b.ts', 'c.ts']
  const resolver = createPathResolver({ trackedFiles, roots: [], workspacePrefix: 'web/' })
  expect(resolver.resolve('src/a.ts', [])).toEqual({ path: 'web/src/a.ts', how: 'workspace' })
  expect(resolver.resolve('c.ts', [])).toEqual({ path: 'c.ts', how: 'exact' })
  expect(resolver.resolve('/home/runner/work/r/r/src/a.ts', [])).toEqual({ path: 'src/a.ts', how: 'checkout-folder' })
})

describe('nothing is guessed', () => {
  test.each([
    ['a name alone that lies in a folder', 'refund.py', []],
    ['an ending that two files share', 'src/index.ts', []],
    ['two sources that both have the file', 'shop/cart.py', ['src', 'lib']],
    ['an installed package', '/app/node_modules/web/src/Only.tsx', []],
    ['a relative path to a file that is only in the root', 'docs/setup.py', []],
    ['a name that two files have', '/elsewhere/conftest.py', []],
    ['nothing at all', '', []],
    ['only dots', './..', []],
    ['a path of a megabyte', `${'a/'.repeat(500_000)}cart.py`, []],
    ['a name of the language', '__proto__', []],
  ] as const)('for %s', (_name, written, sources) => {
    expect(resolve(written, sources)).toBeNull()
  })

  test('between files that differ only in case', () => {
    const resolver = createPathResolver({ trackedFiles: ['a/B.py', 'a/b.py'], roots: [] })
    expect(resolver.resolve('A/b.py', [])).toBeNull()
    expect(resolver.resolve('/x/A/B.PY', [])).toBeNull()
    expect(resolver.resolve('a/B.py', [])).toEqual({ path: 'a/B.py', how: 'exact' })
  })

  test('and the explanation names rewrites and candidates', () => {
    const resolver = createPathResolver({ trackedFiles: TRACKED, roots: ['backend'] })
    expect(resolver.explain('src/index.ts', ['/srv/x'])).toEqual({
      tried: ['src/index.ts', 'backend/src/index.ts', 'srv/x/src/index.ts'],
      candidates: ['services/api/src/index.ts', 'services/web/src/index.ts'],
    })
  })
})

test('without a repository paths are only tidied up', () => {
  const resolver = createPathResolver({ trackedFiles: null, roots: [] })
  expect(resolver.resolve('.\\src\\a.py', [])).toEqual({ path: 'src/a.py', how: 'unchecked' })
  expect(resolver.resolve('/home/runner/work/r/r/src/a.py', [])).toEqual({ path: 'src/a.py', how: 'unchecked' })
})

test('every tracked file is found by itself, below any absolute folder and with backslashes', () => {
  const part = fc.stringMatching(/^[a-z]{1,3}$/)
  const paths = fc.uniqueArray(fc.array(part, { minLength: 2, maxLength: 4 }), {
    minLength: 1,
    maxLength: 20,
    selector: (parts) => parts.join('/'),
  })
  fc.assert(
    fc.property(paths, (tracked) => {
      const trackedFiles = tracked.map((parts) => parts.join('/'))
      const resolver = createPathResolver({ trackedFiles, roots: [] })
      for (const path of trackedFiles) {
        expect(resolver.resolve(path, [])?.path).toBe(path)
        expect(resolver.resolve(path.replaceAll('/', '\\'), [])?.path).toBe(path)
        expect(resolver.resolve(`/__w/x/y/${path}`, [])?.path).toBe(path)
        // An unknown folder in front may make the path ambiguous, but never lead to another file.
        expect([path, undefined]).toContain(resolver.resolve(`/Q/${path}`, [])?.path)
      }
    }),
  )
})

test('100,000 tracked files that share one name are told apart without a walk over all of them', () => {
  const trackedFiles = Array.from({ length: 100_000 }, (_, index) => `packages/p${index}/src/index.ts`)
  const resolver = createPathResolver({ trackedFiles, roots: [] })
  const wrong = trackedFiles.filter((path, index) => resolver.resolve(`/x/p${index}/src/index.ts`, [])?.path !== path)
  expect(wrong).toEqual([])
})

test('a report that names a million sources is not tried with each of them', () => {
  const sources = Array.from({ length: 1_000_000 }, (_, index) => `/x/${index}`)
  const resolver = createPathResolver({ trackedFiles: TRACKED, roots: [] })
  for (let index = 0; index < 100; index++) expect(resolver.resolve(`missing/${index}.py`, sources)).toBeNull()
})
