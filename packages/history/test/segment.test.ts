import { describe, expect, test } from '@jest/globals'
import { sampleRecord } from '@testwarden/testkit/history-store-conformance'
import fc from 'fast-check'
import { encodeRecord } from '../src/record-codec.js'
import { decodeSegment, encodeSegment, MAX_SEGMENT_BYTES, segmentPath } from '../src/segment.js'

const PATH = 'coverage-gate/2026-03/a.jsonl'
const line = encodeRecord(sampleRecord())

describe('segmentPath', () => {
  test('names action, month and a hash of the key', () => {
    expect(segmentPath(sampleRecord())).toMatch(/^coverage-gate\/2026-03\/[0-9a-f]{64}\.jsonl$/)
  })

  test('nothing that a key holds can change the shape of the path', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (workflow, job, matrix) => {
        const key = { ...sampleRecord().key, workflow, job, matrix }
        expect(segmentPath(sampleRecord({ key }))).toMatch(/^coverage-gate\/2026-03\/[0-9a-f]{64}\.jsonl$/)
      }),
    )
  })

  test('fields cannot run into each other', () => {
    const key = sampleRecord().key
    const left = sampleRecord({ key: { ...key, workflow: 'ab', job: 'c' } })
    const right = sampleRecord({ key: { ...key, workflow: 'a', job: 'bc' } })
    expect(segmentPath(left)).not.toBe(segmentPath(right))
  })

  test('the order of the fields of a key makes no difference', () => {
    const key = Object.fromEntries(Object.entries(sampleRecord().key).reverse()) as ReturnType<
      typeof sampleRecord
    >['key']
    expect(segmentPath(sampleRecord({ key }))).toBe(segmentPath(sampleRecord()))
  })
})

describe('decodeSegment', () => {
  test('reads what encodeSegment wrote', () => {
    expect(decodeSegment(encodeSegment(sampleRecord()))).toEqual({ records: [sampleRecord()], faults: [] })
  })

  test('several lines are several records, with or without a last line end and with Windows line ends', () => {
    const lines = ['1', '2', '3'].map((run) => encodeRecord(sampleRecord({ run })))
    for (const text of [`${lines.join('\n')}\n`, lines.join('\n'), `${lines.join('\r\n')}\r\n`])
      expect(decode(text).records.map((record) => record.key.run)).toEqual(['1', '2', '3'])
  })

  test('a line that is cut off does not take the others with it', () => {
    const { records, faults } = decode(`${line}\n${line.slice(0, 50)}`)
    expect(records).toEqual([sampleRecord()])
    expect(faults).toEqual([expect.stringMatching(/a\.jsonl: line 2 is not used.*not JSON/)])
  })

  test('a segment cut anywhere gives whole records or a fault, never a different record', () => {
    const { content } = encodeSegment(sampleRecord({ body: 'ü€😀' }))
    for (let length = 0; length < content.length - 1; length++) {
      const { records, faults } = decodeSegment({ path: PATH, content: content.subarray(0, length) })
      expect({ length, records, faults: faults.length }).toEqual({ length, records: [], faults: 1 })
    }
  })

  test('a million bad lines are one fault', () => {
    expect(decode('x\n'.repeat(1_000_000)).faults).toEqual([expect.stringMatching(/more than 100000 lines/)])
    expect(decode('x\n'.repeat(1000)).faults).toEqual([expect.stringMatching(/line 1 .*999 more lines/)])
  })

  test('damage and a newer version are told apart', () => {
    const { faults } = decode(`${line.replace('record/1', 'record/9')}\n\n${line}\n`)
    expect(faults).toEqual([expect.stringMatching(/line 1 .*newer/), expect.stringMatching(/line 2 .*not JSON/)])
  })

  test('a record in the folder of another action is a fault', () => {
    const { records, faults } = decodeSegment({
      ...encodeSegment(sampleRecord()),
      path: 'flaky-detector/2026-03/a.jsonl',
    })
    expect(records).toEqual([])
    expect(faults).toEqual([expect.stringMatching(/belongs to the action coverage-gate/)])
  })

  test('a longer file than allowed is not looked at', () => {
    const { faults } = decodeSegment({ path: PATH, content: new Uint8Array(MAX_SEGMENT_BYTES + 1) })
    expect(faults).toEqual([expect.stringMatching(/longer than/)])
  })
})

function decode(text: string) {
  return decodeSegment({ path: PATH, content: new TextEncoder().encode(text) })
}
