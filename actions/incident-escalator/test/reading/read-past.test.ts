import { describe, expect, test } from '@jest/globals'
import { PlatformError } from '@testwarden/core/model/errors'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import type { HistoryStore } from '@testwarden/core/ports/history-store'
import { readPast } from '../../src/reading/read-past.js'
import { runOf } from '../kit.js'

const KEY = `inc-${'a'.repeat(32)}`
const sha = (at: number): string => String(at).padStart(40, '0')
const time = (at: number): string => new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString()
const RUN: RunContext = {
  ...runOf(),
  event: 'push',
  branch: 'main',
  pullRequest: null,
  testedSha: sha(9),
  isBaseline: true,
  testedParent: sha(8),
}

interface Part extends Partial<HistoryRecord> {
  readonly bad?: boolean
  readonly tells?: 'run' | null
  readonly critical?: readonly number[] | null
}

function record(at: number, { bad = false, tells = 'run', critical = [], ...part }: Part = {}): HistoryRecord {
  const body = {
    schema: 'testwarden.incident-record/1',
    signals: bad ? [{ key: KEY, severity: 'low' }] : [],
    isWhole: true,
    tells,
    critical: critical?.map((issue) => ({ key: KEY, issue, openedAt: time(0) })) ?? null,
    turns: [],
  }
  return {
    schema: 'testwarden.record/1',
    key: { ...RUN.key, run: String(at + 100) },
    testedSha: sha(at),
    tree: null,
    branch: 'main',
    event: 'push',
    trust: 'default-branch',
    time: time(at),
    machine: RUN.machine,
    parent: at === 0 ? null : sha(at - 1),
    version: '0.0.0',
    body,
    ...part,
  } as HistoryRecord
}

function storeOf(records: readonly HistoryRecord[] | PlatformError): HistoryStore {
  return {
    name: 'memory',
    async read() {
      if (records instanceof PlatformError) throw records
      return { records, warnings: [] }
    },
    append: () => Promise.resolve(),
  } as unknown as HistoryStore
}

const read = (records: readonly HistoryRecord[] | PlatformError, run = RUN) =>
  readPast(run, { history: storeOf(records) })

describe('earlier runs', () => {
  test('are those of the same job, in the order of their commits, as their newest attempt went', async () => {
    const retried = { ...RUN.key, run: '107' }
    const { past } = await read([
      record(8),
      record(7, { bad: true }),
      record(7, { key: { ...retried, attempt: 2 } }),
      record(6, { key: { ...RUN.key, job: 'other', run: '106' }, bad: true }),
      record(5, { tells: null }),
      record(4, { trust: 'pull-request', bad: true }),
      record(9, { key: RUN.key, bad: true }),
    ])
    expect(past).toMatchObject({ kind: 'known', isLate: false })
    expect(past.kind === 'known' && past.runs.map(({ run, record: { signals } }) => [run, signals.length])).toEqual([
      ['107', 0],
      ['108', 0],
    ])
  })

  test('one of a later commit makes this one late, but for a run that tells of no tests', async () => {
    const late = async (part: Part) => {
      const { past } = await read([record(8), record(10, part)])
      return past.kind === 'known' && past.isLate
    }
    expect([await late({}), await late({ tells: null })]).toEqual([true, false])
  })
})

describe('how incidents stand', () => {
  test('is told by the newest record of any job that saw the issues, of which branch it is', async () => {
    const { frozen } = await read([
      record(3, { critical: [12] }),
      record(4, { critical: [], key: { ...RUN.key, job: 'sweep', run: '104' }, tells: null }),
      record(5, { critical: null }),
    ])
    expect(frozen).toEqual({ incidents: [], branch: 'main', since: time(4), run: '104' })
    expect((await read([record(3, { critical: [12] })])).frozen?.incidents).toEqual([
      { key: KEY, issue: 12, openedAt: time(0) },
    ])
  })

  test('is no word of a change’s own run, nor of a record that nobody understands', async () => {
    const forged = record(6, { critical: [99], trust: 'fork' })
    const damaged = {
      ...record(7, { critical: [98] }),
      body: { schema: 'testwarden.incident-record/1', critical: 'x' },
    }
    expect((await read([forged, damaged])).frozen).toBeNull()
  })
})

test('a history that is not there, or cannot be read, is not an empty one', async () => {
  expect((await readPast(RUN, { history: null })).past.kind).toBe('none')
  const broken = new PlatformError('It is damaged.', { remedy: 'Restore it.' })
  expect((await read(broken)).past).toEqual({ kind: 'unreadable', reason: 'It is damaged.', remedy: 'Restore it.' })
})
