import { expect, test } from '@jest/globals'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { FakeGit } from '@testwarden/testkit/fakes/fake-git'
import { MemoryHistory } from '@testwarden/testkit/fakes/memory-history'
import { explainBaseline } from '../../src/explain/explain-baseline.js'
import { explainChange } from '../../src/explain/explain-change.js'

const HEAD = 'a'.repeat(40)
const BASE = 'b'.repeat(40)
const OLDER = 'c'.repeat(40)

const KEY = {
  action: 'coverage-gate',
  workflow: 'local',
  job: 'local',
  matrix: '',
  step: '',
  checkRun: '',
  run: '1',
  attempt: 1,
}

const RUN: RunContext = {
  key: KEY,
  event: 'local',
  repository: null,
  serverUrl: null,
  branch: null,
  pullRequest: null,
  testedSha: null,
  headSha: HEAD,
  base: { kind: 'commit', sha: BASE, origin: 'named' },
  isBaseline: false,
  now: '2026-03-01T12:00:00Z',
  machine: { cpu: 'x', cores: 1, memoryMiB: 1, image: 'x' },
}

const GIT = new FakeGit({
  commits: [
    { sha: HEAD, parents: [BASE] },
    { sha: BASE, parents: [OLDER] },
    { sha: OLDER, parents: [] },
  ],
  diff: [
    {
      oldPath: 'a.py',
      newPath: 'a.py',
      isBinary: false,
      hunks: [{ oldStart: 2, oldCount: 0, newStart: 3, newCount: 2 }],
    },
  ],
})

const RECORD: HistoryRecord = {
  schema: 'testwarden.record/1',
  key: KEY,
  testedSha: OLDER,
  tree: null,
  branch: 'main',
  event: 'push',
  trust: 'default-branch',
  time: '2026-02-01T12:00:00Z',
  machine: RUN.machine,
  body: { schema: 'testwarden.coverage-record/1', files: [['a.py', 3, 4]] },
}

async function baselineOf(path: string, records: readonly HistoryRecord[]) {
  const history = new MemoryHistory()
  await history.appendAll(records)
  return explainBaseline({ run: RUN, git: GIT, history, depth: 10, path })
}

test('the base value is of the nearest record, with how far it lies back', async () => {
  expect(await baselineOf('a.py', [RECORD])).toEqual({
    kind: 'record',
    sha: OLDER,
    distance: 1,
    time: '2026-02-01T12:00:00Z',
    totals: { lines: { covered: 3, total: 4 }, branches: null, functions: null, statements: null },
  })
})

test('a record that does not list the file says so', async () => {
  expect(await baselineOf('new.py', [RECORD])).toMatchObject({ kind: 'record', totals: null })
})

test('without a record, a history or a base there is a reason', async () => {
  const question = { run: RUN, git: GIT, depth: 10, path: 'a.py' }
  expect(await baselineOf('a.py', [])).toMatchObject({ kind: 'none', reason: expect.stringContaining('no record') })
  expect(await explainBaseline({ ...question, history: null })).toMatchObject({ kind: 'none' })
  const baseless: RunContext = { ...RUN, base: { kind: 'unknown', reason: 'r', remedy: 'm' } }
  const answer = await explainBaseline({ ...question, run: baseless, history: new MemoryHistory() })
  expect(answer).toMatchObject({ kind: 'none' })
})

test('a line is new when the change adds it', async () => {
  const step = { run: RUN, git: GIT, comparedWith: 'main' }
  expect(await explainChange(step, { path: 'a.py', line: 4 })).toEqual({
    kind: 'known',
    base: 'main',
    added: [{ first: 3, last: 4 }],
    isLineAdded: true,
  })
  expect(await explainChange(step, { path: 'a.py', line: 5 })).toMatchObject({ isLineAdded: false })
  expect(await explainChange(step, { path: 'b.py', line: null })).toMatchObject({ added: [], isLineAdded: null })
})
