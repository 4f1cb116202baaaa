import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import type { HistoryStore } from '@testwarden/core/ports/history-store'
import { encodeSegment, segmentPath } from '@testwarden/history/segment'
import { openStore } from '@testwarden/platform/history/open-store'
import { git } from '@testwarden/testkit/git-remote/git'
import { createGitRemote } from '@testwarden/testkit/git-remote/git-remote'
import { sampleRecord } from '@testwarden/testkit/history-store-conformance'
import { runCli } from '../../src/run-cli.js'

const folders: string[] = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

interface Place {
  readonly setting: string
  readonly workspace: string
  readonly store: HistoryStore
  plant(path: string, text: string): void
  run(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }>
}

const YOUNG = new Date().toISOString()
const [a, b] = ['a', 'b'].map((run) => sampleRecord({ run, time: YOUNG })) as [
  ReturnType<typeof sampleRecord>,
  ReturnType<typeof sampleRecord>,
]

describe.each([
  ['dir:history', makeDirPlace],
  ['git:quality/history', makeGitPlace],
])('history at %s', (_setting, makePlace) => {
  test('nothing there is said, and is no failure', async () => {
    const { run } = makePlace()
    expect(await run('show')).toEqual({ code: 0, out: '', err: expect.stringContaining('holds no history yet') })
    expect((await run('verify')).code).toBe(0)
  })

  test('show lists actions, and the records of one', async () => {
    const { store, run } = makePlace()
    for (const record of [a, b]) await store.append(record)
    const { out, err } = await run('show')
    expect(out).toBe(
      `coverage-gate: 2 records (2 baselines) of 1 branch, ${YOUNG.slice(0, 10)} to ${YOUNG.slice(0, 10)}\n`,
    )
    expect(err).toContain('2 records in 2 files, 0 files in quarantine, 0 findings')
    const [header = '', ...records] = (await run('show', '--action', 'coverage-gate', '--last', '1')).out
      .trimEnd()
      .split('\n')
    expect(header).toMatch(/^time +commit +trust +event +branch +workflow +job +matrix +run$/)
    expect(records).toHaveLength(1)
    expect(records[0]?.slice(header.indexOf('trust')).startsWith(b.trust)).toBe(true)
  })

  test('show has a dash for what a record does not have, such as a matrix', async () => {
    const { store, run } = makePlace()
    const one = sampleRecord({ run: 'one', time: YOUNG })
    const leg = { ...one, branch: null, key: { ...one.key, run: 'two', matrix: '{"os":"linux"}' } }
    for (const record of [{ ...one, key: { ...one.key, matrix: '{}' } }, leg]) await store.append(record)
    const { out } = await run('show', '--action', 'coverage-gate')
    expect(out).toMatch(/ - {2,}one\.1$/m)
    expect(out).toMatch(/ - {2}.*\{"os":"linux"\} +two\.1$/m)
    expect(out).not.toContain('{}')
  })

  test('show says which actions there are when it is asked for another', async () => {
    const { store, run } = makePlace()
    await store.append(a)
    const { out, err } = await run('show', '--action', 'coverage')
    expect(out).toBe('')
    expect(err).toContain(
      'No record is of the action coverage. There are records of coverage-gate.\n1 record in 1 file,',
    )
  })

  test('verify names a record that needs what is not there, and how to bring it back', async () => {
    const { store, run } = makePlace()
    const id = '0'.repeat(32)
    await store.append({ ...a, needs: [id] })
    const { code, out, err } = await run('verify')
    expect({ code, out }).toEqual({
      code: 2,
      out: expect.stringContaining(`unmet: the record of run a cannot be used`),
    })
    expect(err).toContain('`testwarden history import` of an older export')
    expect(err).not.toContain('repair')
    await store.append({ ...b, provides: [id] })
    expect(await run('verify')).toMatchObject({ code: 0, out: '' })
  })

  test('verify names damage, newer versions and conflicts; repair quarantines and then all is well', async () => {
    const { store, run, plant } = makePlace()
    await store.append(a)
    const folder = path.posix.dirname(segmentPath(a))
    plant(`${folder}/broken.jsonl`, '{"schema":')
    plant(`${folder}/newer.jsonl`, '{"schema":"testwarden.record/2"}\n')
    plant(`${folder}/one.jsonl`, textOf(b))
    plant(`${folder}/other.jsonl`, textOf({ ...b, body: 'other' }))
    const found = await run('verify')
    expect(found.code).toBe(2)
    for (const text of [
      'broken.jsonl:1: damaged',
      'newer.jsonl:1: newer',
      'one.jsonl:1: conflicting',
      'other.jsonl:1:',
    ])
      expect(found.out).toContain(text)
    expect((await run('repair', '--dry-run')).err).toContain('Would have moved 3 files')
    expect((await run('verify')).code).toBe(2)
    const repaired = await run('repair')
    expect([repaired.code, repaired.out.trim().split('\n').length]).toEqual([0, 3])
    expect(repaired.out).toMatch(/broken\.jsonl -> \.quarantine\/coverage-gate\//)
    expect(await run('verify')).toMatchObject({ code: 0, out: expect.stringContaining('newer.jsonl:1: newer') })
    expect((await run('show')).err).toContain('1 record in 2 files, 3 files in quarantine')
    expect((await reopen(store).read({ action: 'coverage-gate' })).records).toEqual([a])
  })

  test('prune lets old records go, keeps the newest baseline, and packs', async () => {
    const { store, run } = makePlace()
    const old = [1, 2, 3].map((day) => sampleRecord({ run: `old-${day}`, time: `2001-01-0${day}T00:00:00Z` }))
    for (const record of [...old.slice(0, 1), a, b]) await store.append(record)
    expect((await run('prune', '--dry-run')).err).toMatch(/Would have kept 2 of 3 records/)
    expect((await run('prune', '--monthly-days', '100000')).err).toMatch(/Kept 3 of 3 records/)
    expect((await run('prune')).err).toMatch(/Kept 2 of 3 records/)
    expect((await reopen(store).read({ action: 'coverage-gate' })).records.map(({ key }) => key.run)).toEqual([
      'a',
      'b',
    ])
    expect(await run('prune', '--all-days', 'many')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--all-days'),
    })
  })

  test('what is exported is imported elsewhere, once', async () => {
    const { store, run, workspace } = makePlace()
    for (const record of [a, b]) await store.append(record)
    expect(await run('export', '--to', 'all.jsonl')).toMatchObject({ code: 0, out: '' })
    const text = readFileSync(path.join(workspace, 'all.jsonl'), 'utf8')
    expect(text).toBe([a, b].map(textOf).sort().join(''))
    expect((await run('export')).out).toBe(text)
    const other = makePlace()
    const file = path.join(workspace, 'all.jsonl')
    expect((await other.run('import', file, '--dry-run')).err).toContain('Would have added 2 records')
    expect((await other.run('import', file)).err).toContain('Added 2 records; 0 were there already')
    expect((await other.run('import', file)).err).toContain('Added 0 records; 2 were there already')
    expect((await other.store.read({ action: 'coverage-gate' })).records).toHaveLength(2)
    writeFileSync(file, textOf({ ...a, body: 'other' }))
    expect(await other.run('import', file)).toMatchObject({ code: 2, err: expect.stringContaining('all.jsonl:1:') })
  })
})

test.each([
  [['history'], 'History needs to know what to do'],
  [['history', 'shwo', '--history', 'dir:x'], 'Did you mean history show?'],
  [['history', 'show'], 'No history is configured'],
  [['history', 'import', '--history', 'dir:x'], 'takes one file'],
  [['history', 'import', 'none.jsonl', '--history', 'dir:x'], 'here is no such file'],
])('%j ends in one clear message', async (args, message) => {
  const { code, err } = await call(makeFolder(), args)
  expect([code, err]).toEqual([2, expect.stringContaining(message)])
})

/** What others wrote meanwhile is not what a store saw first; here a new client asks. */
function reopen(store: HistoryStore): HistoryStore {
  return reopeners.get(store)?.() ?? store
}

const reopeners = new Map<HistoryStore, () => HistoryStore>()

function makePlaceAt(
  setting: string,
  place: { readonly workspace: string; plant(path: string, text: string): void },
): Place {
  const { workspace } = place
  const env = { PATH: process.env.PATH, RUNNER_TEMP: path.join(workspace, '.temporary') }
  const open = () => openStore(setting, { workspace, env, token: null })
  const store = open()
  reopeners.set(store, open)
  return { setting, store, ...place, run: (...args) => call(workspace, ['history', ...args, '--history', setting]) }
}

function makeDirPlace(): Place {
  const workspace = makeFolder()
  return makePlaceAt('dir:history', {
    workspace,
    plant(name, text) {
      const file = path.join(workspace, 'history', name)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, text)
    },
  })
}

function makeGitPlace(): Place {
  const folder = makeFolder()
  const remote = createGitRemote(path.join(folder, 'remote'))
  remote.setRef('refs/heads/main', remote.commit({ files: { 'a.ts': 'one\n' } }))
  const workspace = path.join(folder, 'workspace')
  git(folder, ['clone', '--quiet', remote.url, workspace])
  const ref = 'refs/heads/quality/history'
  return makePlaceAt('git:quality/history', {
    workspace,
    plant: (name, text) =>
      remote.setRef(ref, remote.commit({ files: { [name]: text }, parents: [remote.refSha(ref) ?? ''] })),
  })
}

async function call(cwd: string, args: readonly string[]) {
  const said = { out: '', err: '' }
  const code = await runCli(args, {
    cwd,
    environment: { PATH: process.env.PATH, RUNNER_TEMP: path.join(cwd, '.temporary') },
    style: 'plain',
    columns: 100,
    print(text) {
      said.out += text
    },
    complain(text) {
      said.err += text
    },
  })
  return { code, ...said }
}

function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'testwarden-cli-history-')))
  folders.push(folder)
  return folder
}

function textOf(record: ReturnType<typeof sampleRecord>): string {
  return new TextDecoder().decode(encodeSegment(record).content)
}
