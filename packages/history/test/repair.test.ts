import { describe, expect, test } from '@jest/globals'
import { ConfigurationError } from '@testwarden/core/model/errors'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { sampleRecord } from '@testwarden/testkit/history-store-conformance'
import fc from 'fast-check'
import { foldSegments } from '../src/fold-segments.js'
import { planRepair } from '../src/repair.js'
import { reviewSegments } from '../src/review.js'
import { encodeSegment, type Segment } from '../src/segment.js'
import { applyEdit } from '../src/segment-edit.js'
import { exportLines, planImport } from '../src/transfer.js'
import { anyHistory } from './any-history.js'

const [a, b, c] = ['a', 'b', 'c'].map((run) => sampleRecord({ run })) as [HistoryRecord, HistoryRecord, HistoryRecord]
const FOLDER = 'coverage-gate/2026-03'

describe('review and repair', () => {
  test('an intact history has no findings, and repair does nothing', () => {
    const segments = [a, b].map(encodeSegment)
    expect(reviewSegments(segments)).toMatchObject({ segments: 2, records: [a, b], findings: [] })
    expect(planRepair(segments)).toEqual({ edit: { write: [], remove: [], move: [] }, quarantined: [], left: [] })
  })

  test('a damaged line is named, its file is quarantined whole, the intact lines stay in use', () => {
    const mixed = file('mixed', `${lineOf(a)}{"schema":\n${lineOf(b)}`)
    const segments = [mixed, encodeSegment(c)]
    expect(reviewSegments(segments).findings).toEqual([
      { path: mixed.path, fault: 'damaged', line: 2, message: expect.stringContaining('not JSON') },
    ])
    const { edit, quarantined } = planRepair(segments)
    expect(quarantined).toEqual([mixed.path])
    const after = applyEdit(segments, edit)
    expect(reviewSegments(after)).toMatchObject({ findings: [], quarantined: 1 })
    expect(foldSegments(visible(after))).toEqual({
      records: foldSegments([a, b, c].map(encodeSegment)).records,
      warnings: [],
    })
    expect(after.find(({ path }) => path.startsWith(`.quarantine/${mixed.path}.`))?.content).toEqual(mixed.content)
  })

  test('two damaged files of one name are both kept', () => {
    const first = planRepair([file('same', 'x')]).edit.move
    const second = planRepair([file('same', 'y')]).edit.move
    expect(first[0]?.to).not.toBe(second[0]?.to)
  })

  test('records that conflict are both taken out of use, the others beside them stay', () => {
    const one = file('one', lineOf(a) + lineOf(b))
    const other = file('other', lineOf({ ...a, body: 'other' }))
    expect(reviewSegments([one, other]).findings.map(({ path, line, fault }) => [path, line, fault])).toEqual([
      [one.path, 1, 'conflicting'],
      [other.path, 1, 'conflicting'],
    ])
    const after = visible(applyEdit([one, other], planRepair([one, other]).edit))
    expect(foldSegments(after)).toEqual({ records: [b], warnings: [] })
  })

  test('what a newer version wrote, and strangers, are named and left', () => {
    const newer = file('newer', `{"schema":"testwarden.record/2"}\nbroken\n`)
    const stranger = { path: 'notes.txt', content: new Uint8Array() }
    const plan = planRepair([newer, stranger])
    expect(plan.edit).toEqual({ write: [], remove: [], move: [] })
    expect(plan.left.map(({ path, fault }) => [path, fault])).toEqual([
      [newer.path, 'newer'],
      [newer.path, 'damaged'],
      ['notes.txt', 'stranger'],
    ])
  })

  test('whatever bytes are planted, a repaired history reads without damage', () => {
    fc.assert(
      fc.property(anyHistory, fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 4 }), (records, planted) => {
        const segments = [
          ...records.map(encodeSegment),
          ...planted.map((content, index) => ({ path: `${FOLDER}/planted-${index}.jsonl`, content })),
        ]
        const after = visible(applyEdit(segments, planRepair(segments).edit))
        expect(foldSegments(after)).toEqual({ records: foldSegments(records.map(encodeSegment)).records, warnings: [] })
      }),
    )
  })
})

describe('export and import', () => {
  test('a history that is exported and imported elsewhere is the same history', () => {
    fc.assert(
      fc.property(anyHistory, (records) => {
        const text = exportLines(records.map(encodeSegment)).join('')
        const plan = planImport([], { path: 'x.jsonl', text })
        expect(plan.added).toBe(records.length)
        expect(foldSegments(plan.edit.write)).toEqual(foldSegments(records.map(encodeSegment)))
      }),
    )
  })

  test('importing twice adds nothing', () => {
    const segments = [a, b].map(encodeSegment)
    const text = exportLines(segments).join('')
    expect(planImport(segments, { path: 'x', text })).toEqual({
      edit: { write: [], remove: [], move: [] },
      added: 0,
      known: 2,
    })
    expect(planImport([], { path: 'x', text: text + text })).toMatchObject({ added: 2, known: 2 })
  })

  test.each([
    ['damage', 'nonsense\n'],
    ['a newer version', '{"schema":"testwarden.record/2"}\n'],
    ['another record of the same run', lineOf({ ...a, body: 'other' })],
  ])('%s refuses the whole import and names the line', (_name, line) => {
    const importing = () => planImport([encodeSegment(a)], { path: 'x.jsonl', text: `${lineOf(b)}\n${line}` })
    expect(importing).toThrow(ConfigurationError)
    expect(importing).toThrow(expect.objectContaining({ path: 'x.jsonl', line: 3 }))
  })

  test('a history with conflicts is not exported as if it were one', () => {
    expect(() => exportLines([file('one', lineOf(a)), file('two', lineOf({ ...a, body: 1 }))])).toThrow(
      ConfigurationError,
    )
  })
})

function lineOf(record: HistoryRecord): string {
  return new TextDecoder().decode(encodeSegment(record).content)
}

function file(name: string, text: string): Segment {
  return { path: `${FOLDER}/${name}.jsonl`, content: new TextEncoder().encode(text) }
}

function visible(segments: readonly Segment[]): Segment[] {
  return segments.filter(({ path }) => !path.startsWith('.'))
}
