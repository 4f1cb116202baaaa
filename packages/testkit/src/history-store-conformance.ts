import { describe, expect, test } from '@jest/globals'
import { PlatformError } from '@testwarden/core/model/errors'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import type { HistoryStore } from '@testwarden/core/ports/history-store'
import { encodeSegment, type Segment, segmentPath } from '@testwarden/history/segment'

/** One empty storage. */
export interface StoreUnderTest {
  /** A client of the storage; each call gives another one, as another job would have it. */
  open(): HistoryStore
}

/** The storage of a store that keeps segments. */
export interface SegmentStoreUnderTest extends StoreUnderTest {
  /** Puts bytes of any kind where a segment belongs. */
  plant(segment: Segment): Promise<void>
}

type MakeStore = () => Promise<StoreUnderTest>

/** The suite that every history store passes. `makeStore` gives an empty storage each time. */
export function describeHistoryStore(name: string, makeStore: MakeStore): void {
  describe(`${name} keeps the contract of a history store`, () => {
    describeReading(makeStore)
    describeAppending(makeStore)
    describeConcurrency(makeStore)
  })
}

/** On top of it for stores whose files others can damage or write with a newer version. */
export function describeSegmentStore(name: string, makeStore: () => Promise<SegmentStoreUnderTest>): void {
  describeHistoryStore(name, makeStore)
  describe(`${name} leaves segments alone that it cannot use`, () => describeForeignSegments(makeStore))
}

/** A valid record; every call with the same arguments gives the same one. */
export function sampleRecord(changes: Partial<HistoryRecord> & { readonly run?: string } = {}): HistoryRecord {
  const { run = '1', ...record } = changes
  return {
    schema: 'testwarden.record/1',
    key: {
      action: 'coverage-gate',
      workflow: 'ci.yml',
      job: 'test',
      matrix: '{}',
      step: '__run',
      checkRun: '',
      run,
      attempt: 1,
    },
    testedSha: shaOf(1),
    tree: null,
    branch: 'main',
    event: 'push',
    trust: 'default-branch',
    time: '2026-03-01T12:00:00.000Z',
    machine: { cpu: 'x', cores: 2, memoryMiB: 7168, image: 'ubuntu-24.04' },
    body: { lines: { covered: 8, total: 10 } },
    ...record,
  }
}

/** A sha that reads as its number. */
export function shaOf(number: number): string {
  return number.toString(16).padStart(40, '0')
}

function describeReading(makeStore: MakeStore): void {
  test('a store that holds nothing answers with no records and no warnings', async () => {
    const { open } = await makeStore()
    expect(await open().read({ action: 'coverage-gate' })).toEqual({ records: [], warnings: [] })
  })

  test('what was appended is read back whole, by any client', async () => {
    const { open } = await makeStore()
    const record = sampleRecord({ tree: shaOf(7), body: { deep: [{ text: 'ünï "quoted"\n', nothing: null, n: 0.5 }] } })
    await open().append(record)
    expect(await recordsOf(open())).toEqual([record])
  })

  test('records come oldest first, in whatever order they were appended', async () => {
    const { open } = await makeStore()
    const days = ['2026-03-02', '2026-01-31', '2026-12-01', '2025-12-31']
    for (const day of days) await open().append(sampleRecord({ run: day, time: `${day}T00:00:00Z` }))
    expect((await recordsOf(open())).map((record) => record.key.run)).toEqual([...days].sort())
  })

  test('a query by commits gives exactly their records', async () => {
    const { open } = await makeStore()
    for (const n of [1, 2, 3]) await open().append(sampleRecord({ run: String(n), testedSha: shaOf(n) }))
    const { records } = await open().read({ action: 'coverage-gate', shas: new Set([shaOf(3), shaOf(1), shaOf(9)]) })
    expect(records.map((record) => record.testedSha)).toEqual([shaOf(1), shaOf(3)])
  })

  test('a query for no commit at all gives no records', async () => {
    const { open } = await makeStore()
    await open().append(sampleRecord())
    expect((await open().read({ action: 'coverage-gate', shas: new Set() })).records).toEqual([])
  })

  test('one action does not see the records of another', async () => {
    const { open } = await makeStore()
    const other = sampleRecord({ key: { ...sampleRecord().key, action: 'coverage-gate-2' } })
    await open().append(other)
    expect(await recordsOf(open())).toEqual([])
    expect((await open().read({ action: 'coverage-gate-2' })).records).toEqual([other])
  })

  test('trust is kept as it was written', async () => {
    const { open } = await makeStore()
    const trusts = ['default-branch', 'fork', 'pull-request'] as const
    for (const trust of trusts) await open().append(sampleRecord({ run: trust, trust }))
    expect((await recordsOf(open())).map((record) => record.trust).sort()).toEqual([...trusts])
  })
}

function describeAppending(makeStore: MakeStore): void {
  test('the same record appended again is one record', async () => {
    const { open } = await makeStore()
    expect(await open().append(sampleRecord())).toBe('appended')
    expect(await open().append(sampleRecord())).toBe('already-there')
    expect(await recordsOf(open())).toEqual([sampleRecord()])
  })

  test('the order of keys inside a record makes no difference to its identity', async () => {
    const { open } = await makeStore()
    await open().append(sampleRecord({ body: { a: 1, b: 2 } }))
    expect(await open().append(sampleRecord({ body: { b: 2, a: 1 } }))).toBe('already-there')
  })

  test('the same key with other content is refused, and the first record stays', async () => {
    const { open } = await makeStore()
    await open().append(sampleRecord())
    await expect(open().append(sampleRecord({ body: 'other' }))).rejects.toThrow(PlatformError)
    expect(await recordsOf(open())).toEqual([sampleRecord()])
  })

  test('the same key with other content is refused in another month, too', async () => {
    const { open } = await makeStore()
    await open().append(sampleRecord())
    await expect(open().append(sampleRecord({ time: '2026-04-01T00:00:00Z' }))).rejects.toThrow(PlatformError)
    expect(await recordsOf(open())).toEqual([sampleRecord()])
  })

  test('keys that differ in one field only, or in the case of a letter, are different records', async () => {
    const { open } = await makeStore()
    const key = sampleRecord().key
    const keys = [key, { ...key, attempt: 2 }, { ...key, job: 'TEST' }, { ...key, matrix: '{"os":"a/b"}' }]
    for (const each of keys) expect(await open().append(sampleRecord({ key: each }))).toBe('appended')
    expect(await recordsOf(open())).toHaveLength(keys.length)
  })
}

function describeConcurrency(makeStore: MakeStore): void {
  test('clients that append at once lose nothing', async () => {
    const { open } = await makeStore()
    const runs = Array.from({ length: 25 }, (_, index) => String(index))
    await Promise.all(runs.map((run) => open().append(sampleRecord({ run }))))
    expect(new Set((await recordsOf(open())).map((record) => record.key.run))).toEqual(new Set(runs))
  })

  test('several records are appended together, and those that are there already do no harm', async () => {
    const { open } = await makeStore()
    const records = ['1', '2', '3'].map((run) => sampleRecord({ run }))
    await open().append(sampleRecord({ run: '2' }))
    await open().appendAll(records)
    await open().appendAll(records)
    await open().appendAll([])
    expect((await recordsOf(open())).map((record) => record.key.run).sort()).toEqual(['1', '2', '3'])
    await expect(open().appendAll([sampleRecord({ run: '3', body: 'other' })])).rejects.toThrow(PlatformError)
  })

  test('of clients that append the same record at once exactly one has appended it', async () => {
    const { open } = await makeStore()
    const answers = await Promise.all(Array.from({ length: 10 }, () => open().append(sampleRecord())))
    expect(answers.filter((answer) => answer === 'appended')).toHaveLength(1)
    expect(await recordsOf(open())).toEqual([sampleRecord()])
  })

  test('of clients that append different records under one key at once exactly one succeeds', async () => {
    const { open } = await makeStore()
    const bodies = Array.from({ length: 10 }, (_, index) => index)
    const results = await Promise.allSettled(bodies.map((body) => open().append(sampleRecord({ body }))))
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(await recordsOf(open())).toHaveLength(1)
  })
}

function describeForeignSegments(makeStore: () => Promise<SegmentStoreUnderTest>): void {
  const newer = `{"schema":"testwarden.record/2","shape":"unknown"}\n`

  test.each([
    ['a damaged segment', '{"schema":"testwarden.rec'],
    ['an empty segment', ''],
    ['a segment of a newer version', newer],
    ['a segment that is no text', new Uint8Array([0xff, 0xfe, 0x00])],
    ['a segment with a hostile key', JSON.stringify(sampleRecord()).replace('"body":{', '"body":{"__proto__":{},')],
  ])('%s is a warning that names it, and the others still count', async (_name, content) => {
    const store = await makeStore()
    await store.open().append(sampleRecord())
    const path = 'coverage-gate/2026-02/0badbad.jsonl'
    await store.plant({ path, content: toBytes(content) })
    const { records, warnings } = await store.open().read({ action: 'coverage-gate' })
    expect(records).toEqual([sampleRecord()])
    expect(warnings).toEqual([expect.stringContaining(path)])
  })

  test('a record that no reader would take is not written', async () => {
    const { open } = await makeStore()
    const key = { ...sampleRecord().key, action: '../escape' }
    await expect(open().append(sampleRecord({ key }))).rejects.toThrow(TypeError)
    await expect(open().append(sampleRecord({ body: new Map([['lost', 1]]) }))).rejects.toThrow(TypeError)
    expect(await recordsOf(open())).toEqual([])
  })

  test('a place taken by a segment that cannot be used is an error, never overwritten', async () => {
    const store = await makeStore()
    await store.plant({ path: segmentPath(sampleRecord()), content: toBytes(newer) })
    await expect(store.open().append(sampleRecord())).rejects.toThrow(/newer/)
    expect((await store.open().read({ action: 'coverage-gate' })).warnings).toEqual([expect.stringContaining('newer')])
  })

  test('fields that a newer minor version added are read over and kept', async () => {
    const store = await makeStore()
    const future = { ...sampleRecord(), colour: 'blue' }
    await store.plant(encodeSegment(future))
    expect(await recordsOf(store.open())).toEqual([future])
    expect(await store.open().append(future)).toBe('already-there')
  })

  test('two contents under one key make the history unreadable instead of a guess', async () => {
    const store = await makeStore()
    await store.open().append(sampleRecord())
    const { content } = encodeSegment(sampleRecord({ body: 'other' }))
    await store.plant({ path: 'coverage-gate/2026-03/0bad.jsonl', content })
    await expect(store.open().read({ action: 'coverage-gate' })).rejects.toThrow(PlatformError)
  })
}

async function recordsOf(store: HistoryStore): Promise<readonly HistoryRecord[]> {
  const { records, warnings } = await store.read({ action: 'coverage-gate' })
  expect(warnings).toEqual([])
  return records
}

function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}
