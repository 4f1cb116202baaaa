import { expect, test } from '@jest/globals'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { readOwners } from '../src/read-owners.js'

const files = new MemoryFiles({ '.github/CODEOWNERS': '*.py @acme/pay\n!*.ts @acme/web\n' })

test('owners are those of CODEOWNERS, and what says nothing there is told with its line', async () => {
  const { ownersOf, notes } = await readOwners(files, '')
  expect([ownersOf('src/a.py'), ownersOf('src/a.ts')]).toEqual([['@acme/pay'], []])
  expect(notes).toEqual([expect.stringMatching(/^\.github\/CODEOWNERS:2: /)])
})

test('without the file, or where it cannot be read from, nobody owns anything', async () => {
  for (const [from, prefix] of [
    [new MemoryFiles(), ''],
    [files, 'packages/shop/'],
  ] as const)
    expect((await readOwners(from, prefix)).ownersOf('a.py')).toEqual([])
})
