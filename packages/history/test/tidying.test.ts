import { expect, test } from '@jest/globals'
import { sampleRecord } from '@testwarden/testkit/history-store-conformance'
import fc from 'fast-check'
import { foldSegments } from '../src/fold-segments.js'
import { DEFAULT_RETENTION, recordsToKeep } from '../src/retention.js'
import { encodeSegment } from '../src/segment.js'
import { applyEdit } from '../src/segment-edit.js'
import { folderOf } from '../src/segment-place.js'
import { planTidying } from '../src/tidying.js'
import { anyHistory } from './any-history.js'

const retention = { policy: DEFAULT_RETENTION, nowMs: Date.parse('2026-06-15T00:00:00Z') }

test('packing and letting go in one edit leaves what each of them alone would leave', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(), (records, mask) => {
      const segments = records.map(encodeSegment)
      const folders = [...new Set(segments.map(({ path }) => folderOf(path)))]
      const edit = planTidying(segments, {
        folders: new Set(folders.filter((_, n) => (mask >> (n % 30)) & 1)),
        retention,
      })
      const after = applyEdit(segments, edit)
      expect(foldSegments(after)).toEqual(foldSegments([...recordsToKeep(records, retention)].map(encodeSegment)))
      expect(edit.remove.every((path) => segments.some((segment) => segment.path === path))).toBe(true)
    }),
  )
})

test('what a newcomer needs stays, though nothing else needs it; the newcomer itself is left to its writer', () => {
  const id = 'a'.repeat(32)
  const at = (run: string, time: string): ReturnType<typeof sampleRecord> =>
    sampleRecord({ run, time, trust: 'pull-request' })
  const old = encodeSegment({ ...at('old', '2010-01-01T00:00:00Z'), provides: [id] })
  const newcomer = encodeSegment({ ...at('new', '2026-06-14T00:00:00Z'), needs: [id] })
  expect(planTidying([old], { folders: new Set(), retention }).remove).toEqual([old.path])
  const edit = planTidying([old], { folders: new Set(), retention, newcomers: [newcomer] })
  expect(edit).toEqual({ write: [], remove: [], move: [] })
})
