import { expect, test } from '@jest/globals'
import { PlatformError } from '@testwarden/core/model/errors'
import { MemoryFiles } from '../../src/fakes/memory-files.js'

const CONTENTS = { 'b.xml': 'bb', 'out/a.xml': 'a', 'out/deep/c.txt': 'ccc', 'outer.xml': '' }

async function found(pattern: string): Promise<string[]> {
  const files = await new MemoryFiles(CONTENTS).find(pattern)
  return files.map(({ path, bytes, how }) => `${path} ${bytes} ${how}`)
}

test('a pattern is a file, a folder or a glob', async () => {
  expect(await found('./b.xml')).toEqual(['b.xml 2 named'])
  expect(await found('out/')).toEqual(['out/a.xml 1 met', 'out/deep/c.txt 3 met'])
  expect(await found('**/*.xml')).toEqual(['b.xml 2 met', 'out/a.xml 1 met', 'outer.xml 0 met'])
  expect(await found('missing.xml')).toEqual([])
  await expect(found('../b.xml')).rejects.toThrow(PlatformError)
})

test('files come in portions of the size asked for, and openings are counted', async () => {
  const files = new MemoryFiles({ a: 'abcde' }, 2)
  const portions: string[] = []
  for await (const chunk of files.read('a')) portions.push(new TextDecoder().decode(chunk))
  expect(portions).toEqual(['ab', 'cd', 'e'])
  expect(files.opened).toEqual(['a'])
  await expect(files.readHead('b', 1)).rejects.toThrow(PlatformError)
})

test('text is read up to a limit, and what was written is there', async () => {
  const files = new MemoryFiles()
  expect(await files.readText('a', 3)).toBeNull()
  await files.write('a', 'abc')
  expect(await files.readText('a', 3)).toBe('abc')
  await expect(files.readText('a', 2)).rejects.toThrow(PlatformError)
})
