import { describe, expect, test } from '@jest/globals'
import { readMapping } from '../../src/import/mapping.js'

describe('a mapping', () => {
  test('stands for a file, or for all files below a folder; the longest path counts', () => {
    const read = readMapping('m.csv', 'path,commit,run\nold/a,aaaaaaa,1\n"old/a/x,y.xml",bbbbbbb,2\n')
    expect(read('old/a/deep/junit.xml')).toMatchObject({ commit: 'aaaaaaa', run: '1', attempt: null })
    expect(read('old/a/x,y.xml')).toMatchObject({ commit: 'bbbbbbb', run: '2' })
    expect(read('old/ab.xml').commit).toBeNull()
  })

  test('may be JSON', () => {
    const read = readMapping(
      'm.json',
      '[{"path":"./a.xml","commit":"aaaaaaa","attempt":2,"time":"2026-01-31T10:00:00Z"}]',
    )
    expect(read('a.xml')).toEqual({ commit: 'aaaaaaa', run: null, attempt: 2, time: '2026-01-31T10:00:00.000Z' })
  })

  test.each([
    ['commit,run\n', 1],
    ['path,sha\n', 1],
    ['path,commit\na.xml\n', 2],
    ['path,commit,time\na.xml,aaaaaaa,2026-01-31\n', 2],
    ['path,commit\n\n,aaaaaaa\n', 3],
    ['[1]', 1],
    ['[{"__proto__":1,"path":"a","x":1}]', 1],
  ])('that is none names its line: %j', (text, line) => {
    expect(() => readMapping('m', text)).toThrow(expect.objectContaining({ path: 'm', line }))
  })
})
