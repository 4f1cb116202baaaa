import { describe, expect, test } from '@jest/globals'
import { RECORD_DOCUMENT } from '@testwarden/core/files/record-file'
import { PlatformError } from '@testwarden/core/model/errors'
import { sampleRecord } from '@testwarden/testkit/history-store-conformance'
import fc from 'fast-check'
import { decodeRecord, encodeRecord } from '../src/record-codec.js'

const body = fc.jsonValue({ maxDepth: 4 }).filter((value) => !JSON.stringify(value).includes('__proto__'))

describe('encodeRecord', () => {
  test('what is written is read back, and written again to the same bytes', () => {
    fc.assert(
      fc.property(body, (value) => {
        const line = encodeRecord(sampleRecord({ body: value }))
        expect(line).not.toContain('\n')
        const decoded = decodeRecord(line)
        expect(decoded.ok && encodeRecord(decoded.model)).toBe(line)
      }),
    )
  })

  test('the order of keys makes no difference to the bytes', () => {
    const record = sampleRecord({ body: { b: 1, a: { d: 1, c: 2 } } })
    const reversed = Object.fromEntries(Object.entries(record).reverse()) as typeof record
    expect(encodeRecord(reversed)).toBe(encodeRecord(record))
    expect(encodeRecord(record)).toContain('"body":{"a":{"c":2,"d":1},"b":1}')
  })

  test.each([
    ['a sha that is none', { testedSha: 'main' }, /testedSha/],
    ['a local time', { time: '2026-03-01T12:00:00+01:00' }, /time/],
    ['a body that JSON would lose', { body: new Set([1]) }, /body/],
  ])('%s is a bug, not a record', (_name, change, message) => {
    expect(() => encodeRecord(sampleRecord(change))).toThrow(TypeError)
    expect(() => encodeRecord(sampleRecord(change))).toThrow(message)
  })

  test('a record longer than any reader accepts is refused', () => {
    const record = sampleRecord({ body: 'x'.repeat(RECORD_DOCUMENT.maxCharacters) })
    expect(() => encodeRecord(record)).toThrow(PlatformError)
  })
})

describe('decodeRecord', () => {
  test('fields of a newer minor version survive reading and writing', () => {
    const line = encodeRecord({ ...sampleRecord(), zone: 'UTC', key: { ...sampleRecord().key, shard: 3 } } as never)
    const decoded = decodeRecord(line)
    expect(decoded.ok && encodeRecord(decoded.model)).toBe(line)
    expect(line).toContain('"shard":3')
  })

  test('a record of a newer major version is refused by name', () => {
    const newer = encodeRecord(sampleRecord()).replace('testwarden.record/1', 'testwarden.record/2')
    expect(decodeRecord(newer)).toEqual({
      ok: false,
      fault: 'newer',
      message: expect.stringContaining('testwarden.record/2'),
    })
  })

  test.each([
    ['attempt', { key: { ...sampleRecord().key, attempt: 1e300 } }],
    ['cores', { machine: { ...sampleRecord().machine, cores: -1 } }],
    ['trust', { trust: 'everybody' }],
    ['tree', { tree: 'x' }],
  ])('an absurd %s is damage', (name, change) => {
    const decoded = decodeRecord(JSON.stringify({ ...sampleRecord(), ...change }))
    expect(decoded).toEqual({ ok: false, fault: 'damaged', message: expect.stringContaining(name) })
  })

  test('a line of 100 MB is refused by its length', () => {
    const line = `{"schema":"testwarden.record/1","body":"${'x'.repeat(100_000_000)}"}`
    expect(decodeRecord(line)).toEqual({
      ok: false,
      fault: 'damaged',
      message: expect.stringMatching(/characters long/),
    })
  })
})
