import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { PlatformError } from '@testwarden/core/model/errors'
import type { HistoryStore } from '@testwarden/core/ports/history-store'
import { encodeSegment, MAX_SEGMENT_BYTES } from '@testwarden/history/segment'
import { describeSegmentStore, sampleRecord } from '@testwarden/testkit/history-store-conformance'
import { createDirStore } from '../../src/history/dir-store.js'

const QUERY = { action: 'coverage-gate' }
const folders: string[] = []

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

describeSegmentStore('the dir store', async () => {
  const { directory, open } = await makeHistory()
  return { open, plant: ({ path, content }) => plant(directory, path, content) }
})

describe('a folder that cannot be read is never an empty history', () => {
  test('a file stands in its place', async () => {
    const { directory, open } = await makeHistory()
    await writeFile(directory, '')
    await refusesEverything(open())
  })

  test('a link to nothing stands in its place', async () => {
    const { directory, open } = await makeHistory()
    await symlink('nowhere', directory)
    await refusesEverything(open())
  })

  test('a link to itself stands for the action', async () => {
    const { directory, open } = await makeHistory()
    await mkdir(directory)
    await symlink('coverage-gate', join(directory, 'coverage-gate'))
    await refusesEverything(open())
  })

  // The superuser may read everything, so that there is nothing to refuse.
  const testAsUser = process.getuid?.() === 0 ? test.skip : test
  testAsUser('its permissions forbid it', async () => {
    const { directory, open } = await makeHistory()
    await open().append(sampleRecord())
    await chmod(join(directory, 'coverage-gate'), 0)
    await expect(open().read(QUERY)).rejects.toThrow(PlatformError)
    await chmod(join(directory, 'coverage-gate'), 0o755)
  })
})

describe('links', () => {
  test.each(['coverage-gate', 'coverage-gate/2026-03'])('%s as a link that leaves is refused', async (path) => {
    const { directory, open } = await makeHistory()
    const outside = await makeFolder()
    await mkdir(dirname(join(directory, path)), { recursive: true })
    await symlink(outside, join(directory, path))
    await refusesEverything(open())
    expect(await readdir(outside)).toEqual([])
  })

  test('a segment that is a link that leaves is refused', async () => {
    const { directory, open } = await makeHistory()
    const outside = join(await makeFolder(), 'secret.jsonl')
    await writeFile(outside, encodeSegment(sampleRecord()).content)
    await mkdir(join(directory, 'coverage-gate/2026-03'), { recursive: true })
    await symlink(outside, join(directory, 'coverage-gate/2026-03/a.jsonl'))
    await expect(open().read(QUERY)).rejects.toThrow(/link that leaves/)
  })

  test('a link that stays inside is followed', async () => {
    const { directory, open } = await makeHistory()
    await open().append(sampleRecord())
    await symlink('2026-03', join(directory, 'coverage-gate/2026-04'))
    expect(await open().read(QUERY)).toEqual({ records: [sampleRecord()], warnings: [] })
  })

  test('a history folder that is itself a link may lie anywhere, unless a boundary is given', async () => {
    const { directory, open } = await makeHistory()
    const outside = await makeFolder()
    await symlink(outside, directory)
    const bounded = createDirStore({ directory, name: 'dir:history', boundary: dirname(directory) })
    await refusesEverything(bounded)
    expect(await readdir(outside)).toEqual([])
    expect(await open().append(sampleRecord())).toBe('appended')
  })

  test('a link on the way to a history folder that does not exist yet may not leave the boundary', async () => {
    const workspace = await makeFolder()
    const outside = await makeFolder()
    await symlink(outside, join(workspace, 'way'))
    const directory = join(workspace, 'way', 'history')
    const store = createDirStore({ directory, name: 'dir:way/history', boundary: workspace })
    await expect(store.append(sampleRecord())).rejects.toThrow(/link that leaves/)
    expect(await readdir(outside)).toEqual([])
  })
})

describe('files that are no segments', () => {
  test('names that no version writes are warnings, hidden ones belong to somebody else', async () => {
    const { directory, open } = await makeHistory()
    await open().append(sampleRecord())
    await plant(directory, 'coverage-gate/readme.txt', 'x')
    await plant(directory, 'coverage-gate/2026-03/notes.txt', 'x')
    await plant(directory, 'coverage-gate/2026-03/.a.jsonl.1.draft', 'half a rec')
    await plant(directory, 'coverage-gate/.DS_Store', 'x')
    const { records, warnings } = await open().read(QUERY)
    expect(records).toHaveLength(1)
    expect(warnings).toEqual([expect.stringContaining('readme.txt'), expect.stringContaining('notes.txt')])
  })

  test('a huge file is a warning that costs no memory', async () => {
    const { directory, open } = await makeHistory()
    const path = 'coverage-gate/2026-03/huge.jsonl'
    await plant(directory, path, '')
    await truncate(join(directory, path), MAX_SEGMENT_BYTES * 1000)
    const { warnings } = await open().read(QUERY)
    expect(warnings).toEqual([expect.stringMatching(/huge\.jsonl is longer than/)])
  })

  const testWithPipes = process.platform === 'win32' ? test.skip : test
  testWithPipes('a pipe and a folder are warnings, and nobody waits for a writer', async () => {
    const { directory, open } = await makeHistory()
    await mkdir(join(directory, 'coverage-gate/2026-03/folder.jsonl'), { recursive: true })
    execFileSync('mkfifo', [join(directory, 'coverage-gate/2026-03/pipe.jsonl')])
    const { warnings } = await open().read(QUERY)
    expect(warnings).toEqual([expect.stringMatching(/folder.*regular/), expect.stringMatching(/pipe.*regular/)])
  })
})

async function refusesEverything(store: HistoryStore): Promise<void> {
  await expect(store.read(QUERY)).rejects.toThrow(PlatformError)
  await expect(store.append(sampleRecord())).rejects.toThrow(PlatformError)
}

async function plant(directory: string, path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(directory, path)), { recursive: true })
  await writeFile(join(directory, path), content)
}

async function makeHistory(): Promise<{ readonly directory: string; open(): HistoryStore }> {
  const directory = join(await makeFolder(), 'history')
  return { directory, open: () => createDirStore({ directory, name: 'dir:history' }) }
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'testwarden-dir-store-'))
  folders.push(folder)
  return folder
}
