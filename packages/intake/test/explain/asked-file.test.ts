import { describe, expect, test } from '@jest/globals'
import { fileNameOf, meantPaths, parseQuestion, tidyPath } from '../../src/explain/asked-file.js'

describe('a question', () => {
  test.each([
    ['src/a.py', 'src/a.py', null],
    ['src/a.py:12', 'src/a.py', 12],
    ['src/a.py:12:5', 'src/a.py', 12],
    ['C:\\work\\a.cs:7', 'C:\\work\\a.cs', 7],
    ['src/a.py:0', 'src/a.py:0', null],
    [':3', ':3', null],
    ['', '', null],
  ])('%s is about %s, line %s', (text, file, line) => {
    expect(parseQuestion(text)).toEqual({ file, line })
  })
})

describe('the paths that are meant', () => {
  const place = { workspace: '/home/me/shop/web', workspacePrefix: 'web/' }

  test('begin where the user stands, then at the root', () => {
    expect(meantPaths('src/a.ts', place)).toEqual(['web/src/a.ts', 'src/a.ts'])
    expect(meantPaths('..\\api\\a.ts', place)).toEqual(['api/a.ts'])
  })

  test('are inside the repository when they are absolute', () => {
    expect(meantPaths('/home/me/shop/api/a.ts', place)).toEqual(['api/a.ts'])
    expect(meantPaths('/etc/passwd', place)).toEqual([])
  })
})

test('spellings of one path are one', () => {
  expect(['a/./b.ts', 'a\\b.ts', './a/x/../b.ts'].map(tidyPath)).toEqual(['a/b.ts', 'a/b.ts', 'a/b.ts'])
  expect(tidyPath('/a/b.ts')).toBe('/a/b.ts')
  expect(['x/A.ts', 'x\\a.TS', 'a.ts'].map(fileNameOf)).toEqual(['a.ts', 'a.ts', 'a.ts'])
})
