import { expect, test } from '@jest/globals'
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
