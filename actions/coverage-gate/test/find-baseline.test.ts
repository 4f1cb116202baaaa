import { describe, expect, test } from '@jest/globals'
import { FakeGit } from '@testwarden/testkit/fakes/fake-git'
import { MemoryHistory } from '@testwarden/testkit/fakes/memory-history'
import { RECORD_SCHEMA } from '../src/baseline-record.js'
import { findBaseline } from '../src/find-baseline.js'
import { recordOf, runOf } from './kit.js'

const TOTALS = { lines: { covered: 9, total: 10 }, branches: null, functions: null, statements: null }
const BODY = { schema: RECORD_SCHEMA, totals: TOTALS, files: [] }

/** A line of 300 commits, the newest first. */
const SHAS = Array.from({ length: 300 }, (_, index) => String(index).padStart(40, '0'))
const COMMITS = SHAS.map((sha, index) => ({ sha, parents: SHAS.slice(index + 1, index + 2) }))
const RUN = runOf({ base: { kind: 'commit', sha: SHAS[0] ?? '', origin: 'first-parent' } })

function look({ shallow = 300, records = [] as ReturnType<typeof recordOf>[], depth = 200 }) {
  const git = new FakeGit({ commits: COMMITS, shallow })
  const found = findBaseline({ run: RUN, depth }, { git, history: new MemoryHistory(records) })
  return found.then(({ baseline, notes }) => ({ baseline, notes, deepenings: git.deepenings }))
}

function recordAt(distance: number) {
  const testedSha = SHAS[distance] ?? 'f'.repeat(40)
  return recordOf({ testedSha, body: BODY, key: { ...RUN.key, run: String(distance) } })
}

describe('looking for a baseline', () => {
  test('takes the nearest among the commits that are known, without a fetch', async () => {
    const found = await look({ shallow: 5, records: [recordAt(4), recordAt(2), recordAt(250)] })
    expect(found).toMatchObject({ baseline: { kind: 'record', sha: SHAS[2], distance: 2 }, deepenings: 0 })
  })

  test('fetches more history once when the known commits have none', async () => {
    const found = await look({ shallow: 2, records: [recordAt(150)] })
    expect(found).toMatchObject({ baseline: { kind: 'record', sha: SHAS[150], distance: 150 }, deepenings: 1 })
  })

  test('fetches nothing for a history that is empty', async () => {
    const found = await look({ shallow: 2 })
    expect(found).toMatchObject({ baseline: { kind: 'none' }, deepenings: 0 })
    expect(JSON.stringify(found.baseline)).toContain('The next run on the default branch writes one.')
  })

  test('does not send the run that writes the first one to a next one', async () => {
    const run = runOf({ isBaseline: true, testedSha: SHAS[0] ?? null, base: { kind: 'history' } })
    const git = new FakeGit({ commits: COMMITS, shallow: 300 })
    const found = await findBaseline({ run, depth: 20 }, { git, history: new MemoryHistory([]) })
    expect(JSON.stringify(found.baseline)).toContain('This run is to write the first one.')
    expect(JSON.stringify(found.baseline)).not.toContain('next run')
  })

  test('looks no further back than it may, and says how to look further', async () => {
    const found = await look({ shallow: 2, depth: 20, records: [recordAt(150)] })
    expect(found.baseline).toMatchObject({ kind: 'foreign', remedy: expect.stringContaining('baseline-depth') })
  })

  test('compares with no record of a commit that is no ancestor', async () => {
    const { baseline } = await look({ records: [recordAt(999)] })
    expect(baseline).toMatchObject({ kind: 'foreign', reason: expect.stringContaining('ffffffffff') })
  })

  test('believes no record of a pull request, and does not take it for a foreign one', async () => {
    const { baseline } = await look({ records: [{ ...recordAt(3), trust: 'pull-request' }] })
    expect(baseline.kind).toBe('none')
  })

  test('says that only other jobs have records of these commits', async () => {
    const others = ['lint', 'docs'].map((job) => ({ ...recordAt(3), key: { ...RUN.key, job } }))
    const { baseline } = await look({ records: others })
    expect(baseline).toMatchObject({ kind: 'none', reason: expect.stringContaining('other jobs only') })
  })
})
