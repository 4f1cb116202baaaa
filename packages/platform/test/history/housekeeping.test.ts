import { expect, test } from '@jest/globals'
import { encodeSegment, type Segment } from '@testwarden/history/segment'
import { sampleRecord } from '@testwarden/testkit/history-store-conformance'
import type { HistoryBranch, TreeFile } from '../../src/history/branch.js'
import { planHousekeeping } from '../../src/history/housekeeping.js'
import { SAMPLE_NOW_MS } from './support/git-history.js'

const segments = Array.from({ length: 64 }, (_, run) => encodeSegment(sampleRecord({ run: String(run) })))
const files = segments.map(({ path, content }): TreeFile => ({ path, blob: path, kind: 'file', bytes: content.length }))
const newcomer = encodeSegment(sampleRecord({ run: 'new' }))

function branchOf(reads: string[]): HistoryBranch {
  const refuse = async (): Promise<never> => {
    throw new Error('not expected')
  }
  const read: HistoryBranch['read'] = async (wanted, take) => {
    for (const { path } of wanted) {
      reads.push(path)
      take(segments.find((segment) => segment.path === path) as Segment)
    }
  }
  return { ref: 'refs/heads/x', fetch: refuse, isAncestor: refuse, list: refuse, read, commit: refuse, publish: refuse }
}

test('a month with enough loose segments is packed; the newcomer of that month stays loose, in one file alone', async () => {
  const edit = await planHousekeeping(branchOf([]), { files, nowMs: SAMPLE_NOW_MS, newcomers: [newcomer] })
  expect(edit?.remove).toHaveLength(64)
  expect(edit?.write.map(({ path }) => path.replace(/packed-.*/, 'packed'))).toEqual([
    'coverage-gate/2026-03/packed',
    newcomer.path,
  ])
  expect(new TextDecoder().decode(edit?.write[0]?.content).trim().split('\n')).toHaveLength(64)
})

test('below that nothing is read', async () => {
  const reads: string[] = []
  const few = files.slice(1)
  expect(
    await planHousekeeping(branchOf(reads), { files: few, nowMs: SAMPLE_NOW_MS, newcomers: [newcomer] }),
  ).toBeNull()
  expect(reads).toEqual([])
})
