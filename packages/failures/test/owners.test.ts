import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CODEOWNERS_PATHS, MAX_CODEOWNERS_ENTRIES, ownersOf, parseCodeowners } from '../src/owners.js'

test('the last entry that matches counts', () => {
  const owners = parseCodeowners('* @all\n*.ts @types @org/team\n/src/ mail@example.com\n')
  expect(owners.problems).toEqual([])
  expect(ownersOf(owners, 'README.md')).toEqual(['@all'])
  expect(ownersOf(owners, 'lib/a.ts')).toEqual(['@types', '@org/team'])
  expect(ownersOf(owners, 'src/a.ts')).toEqual(['mail@example.com'])
})

test('an entry without owner takes the owners away, and a path that nothing matches has none', () => {
  const owners = parseCodeowners('/apps/ @apps\n/apps/free\n')
  expect(ownersOf(owners, 'apps/shop/a.js')).toEqual(['@apps'])
  expect(ownersOf(owners, 'apps/free/a.js')).toEqual([])
  expect(ownersOf(owners, 'src/a.js')).toEqual([])
})

test('comments, blank lines, marks of encoding and line ends of every system are no entries', () => {
  const owners = parseCodeowners('\ufeff# all\r\n\r\n  \r\n*.js @js # the shop @nobody\r*.md @md\n')
  expect(owners.entries.map(({ line, pattern, owners: named }) => [line, pattern, named])).toEqual([
    [4, '*.js', ['@js']],
    [5, '*.md', ['@md']],
  ])
})

describe.each([
  ['*', ['a', 'a/b/c'], []],
  ['*.js', ['a.js', 'b/c/a.js'], ['a.jsx', 'a.js2', 'js']],
  ['/*.js', ['a.js'], ['b/a.js']],
  ['apps/', ['apps/a', 'b/apps/c/d'], ['apps', 'myapps/a']],
  ['/docs/', ['docs/a', 'docs/b/c'], ['docs', 'b/docs/a']],
  ['docs/*', ['docs/a.md'], ['docs/build/a.md', 'x/docs/a.md']],
  ['docs/*/', ['docs/a/b', 'docs/a/b/c'], ['docs/a']],
  ['/*', ['a.js'], ['src/a.js']],
  ['/build/logs/', ['build/logs/a', 'build/logs/b/c'], ['x/build/logs/a', 'build/logs']],
  ['**/logs', ['logs/a', 'build/logs/a', 'deeply/nested/logs/b/c', 'x/logs'], ['logsy/a']],
  ['/apps/github', ['apps/github', 'apps/github/a'], ['apps/githubber', 'x/apps/github']],
  ['src/**/test', ['src/test', 'src/a/test', 'src/a/b/test/c'], ['src/a/tests', 'x/src/test']],
  ['src/**', ['src/a', 'src/a/b'], ['src', 'srcs/a']],
  ['src/**/', ['src/a/b', 'src/a/b/c'], ['src/a', 'src']],
  ['/a?c', ['abc', 'abc/d'], ['ac', 'abbc']],
  ['logs', ['logs', 'a/logs', 'logs/b', 'a/logs/b/c'], ['mylogs', 'logs.txt']],
  ['my\\ files/', ['my files/a'], ['my\\ files/a', 'my/a']],
  ['a\\#b', ['a#b'], ['a\\#b', 'ab']],
  ['a\\*b', ['a*b'], ['axb']],
  ['/src/*/test.js', ['src/a/test.js'], ['src/test.js', 'src/a/b/test.js']],
  ['{a,b}.js', ['{a,b}.js'], ['a.js']],
])('the pattern %s', (pattern, matched, others) => {
  const owners = parseCodeowners(`${pattern} @me`)

  test('is understood', () => {
    expect(owners.problems).toEqual([])
  })

  test('means what GitHub says that it means', () => {
    const isOwned = (path: string): boolean => ownersOf(owners, path).length > 0
    expect(matched.filter((path) => !isOwned(path))).toEqual([])
    expect(others.filter(isOwned)).toEqual([])
  })
})

test.each([
  ['!*.js @me', 'does not negate'],
  ['\\#a @me', 'escaped #'],
  ['[ab].js @me', 'character classes'],
  ['*.js me', 'the owner "me" is none'],
  ['*.js @me @', 'the owner "@" is none'],
  [`${'a'.repeat(1_001)} @me`, 'longer than 1000'],
])('the line %p is passed over and told', (line, told) => {
  const owners = parseCodeowners(`* @all\n${line}`)
  expect(owners.problems).toEqual([{ line: 2, message: expect.stringContaining(told) }])
  expect(ownersOf(owners, 'a.js')).toEqual(['@all'])
})

test('a file that GitHub would not read, and entries beyond the bound, are told', () => {
  expect(parseCodeowners(' '.repeat(3_000_001)).problems).toEqual([
    { line: 1, message: expect.stringContaining('3 MB') },
  ])
  const { entries, problems } = parseCodeowners('* @a\n'.repeat(MAX_CODEOWNERS_ENTRIES + 1))
  expect(entries).toHaveLength(MAX_CODEOWNERS_ENTRIES)
  expect(problems).toEqual([{ line: MAX_CODEOWNERS_ENTRIES + 1, message: expect.stringContaining('not read') }])
})

test('GitHub looks in three places', () => {
  expect(CODEOWNERS_PATHS).toEqual(['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'])
})

test('a path means itself, the files of its folder, and nothing beside it', () => {
  const name = fc.stringMatching(/^[a-z._-]{1,6}$/).filter((text) => text !== '.' && text !== '..')
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), name, (names, more) => {
      const path = names.join('/')
      const owners = parseCodeowners(`/${path} @me`)
      expect(ownersOf(owners, path)).toEqual(['@me'])
      expect(ownersOf(owners, `${path}/${more}`)).toEqual(['@me'])
      expect(ownersOf(owners, `${path}${more}`)).toEqual([])
    }),
  )
})

test.each([
  ['stars and letters', '*a'.repeat(400), ['@me']],
  ['folders', '**/a/'.repeat(180), ['@me']],
  ['stars before a letter', `${'*'.repeat(900)}b`, []],
  ['single letters', '?*'.repeat(400), ['@me']],
])('%s without end own what they fit', (_, pattern, expected) => {
  const owners = parseCodeowners(`${pattern} @me`)
  expect(ownersOf(owners, `${'a'.repeat(4_000)}${'/a'.repeat(2_000)}`)).toEqual(expected)
})
