import { afterEach, describe, expect, test } from '@jest/globals'
import { addCommit } from '@testwarden/testkit/fake-github/state'
import { describeSegmentStore, sampleRecord } from '@testwarden/testkit/history-store-conformance'
import { createApiBranch } from '../../src/history/api-branch.js'
import type { HistoryBranch } from '../../src/history/branch.js'
import { createBranchStore } from '../../src/history/branch-store.js'
import { openBranch } from '../../src/history/open-branch.js'
import { type ApiHistory, makeApiHistory } from './support/api-history.js'
import { REF } from './support/git-history.js'

/** Ends like a process that is killed around one step. */
function dying(
  branch: HistoryBranch,
  { step, moment }: { readonly step: 'commit' | 'publish'; readonly moment: 'before' | 'after' },
): HistoryBranch {
  const die = async (act: () => Promise<unknown>): Promise<never> => {
    if (moment === 'after') await act()
    throw new Error('died')
  }
  return step === 'commit'
    ? { ...branch, commit: (draft) => die(() => branch.commit(draft)) }
    : { ...branch, publish: (change) => die(() => branch.publish(change)) }
}

const QUERY = { action: 'coverage-gate' }
const made: ApiHistory[] = []

async function make(): Promise<ApiHistory> {
  const history = await makeApiHistory()
  made.push(history)
  return history
}

afterEach(async () => {
  for (const { github } of made.splice(0)) {
    expect(github.violations).toEqual([])
    await github.close()
  }
})

describeSegmentStore('a git store by the API', make)

describe('a git store by the API', () => {
  test('a read costs four requests and one for each file, an append seven', async () => {
    const { github, open } = await make()
    await open().append(sampleRecord())
    const before = github.requests.length
    const store = open()
    await store.read(QUERY)
    expect(github.requests.length - before).toBe(5)
    await store.append(sampleRecord({ run: '2' }))
    expect(github.requests.slice(before + 5).map(({ operation }) => operation)).toEqual([
      'git/get-commit',
      'git/get-tree',
      'git/get-tree',
      'git/get-commit',
      'git/create-tree',
      'git/create-commit',
      'git/update-ref',
    ])
    expect(github.requests.at(-1)?.body).toMatchObject({ force: false })
  })

  test('a token that may only read is told the missing permission', async () => {
    const { openAs, repository } = await make()
    expect(await openAs('reader').read(QUERY)).toEqual({ records: [], warnings: [] })
    await expect(openAs('reader').append(sampleRecord())).rejects.toMatchObject({
      permission: 'contents: write',
      remedy: expect.stringContaining('contents: write'),
      retryable: false,
    })
    expect(repository.refs.has(REF)).toBe(false)
  })

  test('a repository that the token cannot see is an error, not an empty history', async () => {
    const { openAs } = await make()
    await expect(openAs('stranger').read(QUERY)).rejects.toMatchObject({ name: 'PlatformError' })
  })

  test.each([
    [422, 'Repository rule violations found\n\nCannot update this protected ref.', /ruleset/],
    [403, 'Repository was archived so is read-only.', /archived/],
  ])('a refusal for good (%s %s) is said with its remedy', async (status, message, said) => {
    const { github, open } = await make()
    github.faults.add({ method: 'POST', path: /git\/refs$/, nth: 'every', answer: { kind: 'status', status, message } })
    await expect(open().append(sampleRecord())).rejects.toMatchObject({
      message: expect.stringMatching(said),
      retryable: false,
    })
  })

  test.each(['before-effect', 'after-effect'] as const)('an answer lost %s leaves one record', async (moment) => {
    const { github, open } = await make()
    await open().append(sampleRecord())
    github.faults.add({ method: 'PATCH', path: /git\/refs/, answer: { kind: 'drop', moment } })
    expect(await open().append(sampleRecord({ run: '2' }))).toBe('appended')
    expect((await open().read(QUERY)).records).toHaveLength(2)
  })

  test.each(
    ['with no history yet', 'on top of a record'].flatMap((state) =>
      (['commit', 'publish'] as const).flatMap((step) =>
        (['before', 'after'] as const).map((moment) => ({ state, step, moment })),
      ),
    ),
  )('a writer that dies $moment the $step, $state, leaves nothing half-written', async ({ state, step, moment }) => {
    const { github, open } = await make()
    const known = state === 'on top of a record' ? ['1'] : []
    for (const run of known) await open().append(sampleRecord({ run }))
    const live = createApiBranch({ ref: REF, github: { token: 'writer', repository: 'o/r', apiUrl: github.url } })
    const store = createBranchStore({ name: 'dying', branch: dying(live, { step, moment }) })
    await expect(store.append(sampleRecord({ run: '2' }))).rejects.toThrow('died')
    const left = await open().read(QUERY)
    const isThere = step === 'publish' && moment === 'after'
    expect(left.warnings).toEqual([])
    expect(left.records.map(({ key }) => key.run)).toEqual(isThere ? [...known, '2'] : known)
    expect(await open().append(sampleRecord({ run: '2' }))).toBe(isThere ? 'already-there' : 'appended')
    expect((await open().read(QUERY)).records).toHaveLength(known.length + 1)
  })

  test('a branch that was deleted or replaced since it was read is said', async () => {
    const { repository, open } = await make()
    await open().append(sampleRecord())
    const head = repository.refs.get(REF) ?? ''
    const store = open()
    await store.read(QUERY)
    repository.refs.delete(REF)
    await expect(store.append(sampleRecord({ run: '2' }))).rejects.toThrow(/was deleted/)
    expect(repository.refs.has(REF)).toBe(false)
    repository.refs.set(REF, head)
    const second = open()
    await second.read(QUERY)
    repository.refs.set(REF, addCommit(repository, { message: 'another' }))
    await expect(second.append(sampleRecord({ run: '2' }))).rejects.toThrow(/was replaced/)
  })

  test('is what a machine without git uses; without a token too the remedy says what is missing', async () => {
    const { github, repository } = await make()
    const env = { PATH: '/nonexistent', GITHUB_REPOSITORY: 'o/r', GITHUB_API_URL: github.url }
    expect(await openBranch(REF, { workspace: '/', env, token: 'writer' }).fetch()).toBeNull()
    expect(repository.refs.has(REF)).toBe(false)
    await expect(openBranch(REF, { workspace: '/', env, token: null }).fetch()).rejects.toMatchObject({
      remedy: expect.stringContaining('install git'),
    })
  })
})
