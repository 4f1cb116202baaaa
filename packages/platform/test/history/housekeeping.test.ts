import { expect, test } from '@jest/globals'
import { encodeSegment, type Segment } from '@testwarden/history/segment'
import { sampleRecord } from '@testwarden/testkit/history-store-conformance'
import type { HistoryBranch, TreeFile } from '../../src/history/branch.js'
import { planHousekeeping } from '../../src/history/housekeeping.js'
import { SAMPLE_NOW_MS } from './support/git-history.js'

const segments = Array.from({ length: 64 }, (_, run) => encodeSegment(sampleRecord({ run: String(run) })))
const files = segments.map(fileOf)
const newcomer = encodeSegment(sampleRecord({ run: 'new' }))

function fileOf({ path, content }: Segment): TreeFile {
  return { path, blob: path, kind: 'file', bytes: content.length }
}

function branchOf(reads: string[], held: readonly Segment[] = segments): HistoryBranch {
  const refuse = async (): Promise<never> => {
    throw new Error('not expected')
  }
  const read: HistoryBranch['read'] = async (wanted, take) => {
    for (const { path } of wanted) {
      reads.push(path)
      take(held.find((segment) => segment.path === path) as Segment)
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

test('an old record goes, but not when a newcomer needs what it holds', async () => {
  const id = 'a'.repeat(32)
  const old = encodeSegment(sampleRecord({ run: 'old', time: '2001-01-01T00:00:00Z', trust: 'fork', provides: [id] }))
  const needy = encodeSegment(sampleRecord({ run: 'needy', trust: 'fork', needs: [id] }))
  const removedBeside = async (newcomers: readonly Segment[]): Promise<readonly string[] | undefined> => {
    const held = [old, ...segments]
    const housekeeping = { files: held.map(fileOf), nowMs: SAMPLE_NOW_MS, newcomers }
    return (await planHousekeeping(branchOf([], held), housekeeping))?.remove
  }
  expect(await removedBeside([newcomer])).toContain(old.path)
  expect(await removedBeside([newcomer, needy])).not.toContain(old.path)
})
