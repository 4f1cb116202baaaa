import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from '@jest/globals'
import { describeSegmentStore } from '@testwarden/testkit/history-store-conformance'
import { createDirStore } from '../../src/history/dir-store.js'

const folders: string[] = []

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

describeSegmentStore('the dir store', async () => {
  const directory = join(await makeFolder(), 'history')
  return {
    open: () => createDirStore({ directory, name: 'dir:history' }),
    async plant({ path, content }) {
      await mkdir(dirname(join(directory, path)), { recursive: true })
      await writeFile(join(directory, path), content)
    },
  }
})

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'testwarden-dir-store-'))
  folders.push(folder)
  return folder
}
