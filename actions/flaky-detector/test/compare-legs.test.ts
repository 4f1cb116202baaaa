import { describe, expect, test } from '@jest/globals'
import { PlatformError } from '@testwarden/core/model/errors'
import type { Evidence, RunContext } from '@testwarden/core/model/evidence'
import type { HistoryRecord, Trust } from '@testwarden/core/model/history-record'
import { openTestRuns } from '@testwarden/history/tests/decode-runs'
import { encodeRun } from '@testwarden/history/tests/encode-run'
import { rosterLinks } from '@testwarden/history/tests/roster-links'
import { MemoryHistory } from '@testwarden/testkit/fakes/memory-history'
import { compareLegs } from '../src/compare-legs.js'
import { decide } from '../src/decide.js'
import type { FlakyFacts, LegFacts } from '../src/facts.js'
import { readCells } from '../src/reading/story-text.js'
import { configOf, evidenceOf, knownPast, legOf, runOf } from './kit.js'

const MATRIX = JSON.stringify({ os: 'linux' })

function shaOf(at: number): string {
  return String(at).padStart(40, '0')
}

/** The run of the leg in a pull request on top of this commit. */
function runAt(base: number): RunContext {
  return { ...runOf(MATRIX), base: { kind: 'commit', sha: shaOf(base), origin: 'first-parent' } }
}

/** A record of the default branch, whose commits are each other's parents. */
function record(
  at: number,
  outcomes: Readonly<Record<string, string>>,
  part: Partial<HistoryRecord> = {},
): HistoryRecord {
  const cases = Object.keys(outcomes)
    .sort()
    .map((key) => ({ key, outcome: outcomes[key] ?? 'P', fingerprint: null, durationUs: null }))
  const body = encodeRun({ cases, isWhole: true, withheld: null }, [])
  return {
    schema: 'testwarden.record/1',
    key: { ...runOf(MATRIX).key, run: `r${at}` },
    testedSha: shaOf(at),
    tree: `a${String(at).padStart(39, '0')}`,
    branch: 'main',
    event: 'push',
    trust: 'default-branch',
    time: `2026-01-01T00:${String(at).padStart(2, '0')}:00Z`,
    machine: runOf().machine,
    body,
    parent: shaOf(at - 1),
    ...rosterLinks(body),
    ...part,
  }
}

function legEvidence(leg: Partial<LegFacts>, run: RunContext, outcomes: Readonly<Record<string, string>> = { x: 'F' }) {
  return evidenceOf({ legs: [legOf(outcomes, { os: 'linux' }, leg)] }, { run })
}

async function compared(evidence: Evidence<FlakyFacts>, records: readonly HistoryRecord[]): Promise<LegFacts> {
  const [whole] = await compareLegs([evidence], { history: new MemoryHistory(records) })
  const leg = whole?.facts.legs[0]
  if (leg === undefined) throw new Error('the leg is gone')
  return leg
}

function cellsOf({ past }: LegFacts): unknown {
  if (past.kind !== 'known') return past
  return readCells(past.stories[0]?.cells ?? '', past.commits)?.map(({ commit, failed, passed }) => [
    Number(commit),
    failed,
    passed,
  ])
}

/** As a stranger would have it: the test always was a flake, excused by rules, and rests on rosters of nobody. */
const CLAIMED: Partial<LegFacts> = {
  past: {
    ...knownPast({ x: '0-9 10:1/1 11-19 20:1/1 21-39' }, 40),
    quarantines: [
      { key: 'x', since: '2026-01-01', expires: '2026-12-31', reason: 'r', owner: 'o', ratePpm: 500_000, left: null },
    ],
  },
  rosters: [encodeRun({ cases: [], isWhole: true, withheld: null }, [])],
}

const RULES = configOf({ 'new-failures': '0', 'quarantine-by': 'rules' })

describe('what the leg of a change says of the past', () => {
  test('is replaced by what the history says, quarantines and rosters with it', async () => {
    const evidence = legEvidence(CLAIMED, runAt(2))
    expect(decide(evidence, RULES).verdict.outcome).toBe('pass')
    const leg = await compared(evidence, [record(1, { x: 'P' }), record(2, { x: 'P' })])
    expect(cellsOf(leg)).toEqual([
      [1, 0, 1],
      [2, 0, 1],
    ])
    expect(leg.past).toMatchObject({ quarantines: [], isOfBase: true })
    expect(decide({ ...evidence, facts: { legs: [leg] } }, RULES).verdict.outcome).toBe('fail')
  })

  test('so that its record rests on rosters that the history has, and can be read', async () => {
    const known = record(1, { x: 'P' })
    const evidence = legEvidence(CLAIMED, runAt(1), { x: 'FP' })
    const leg = await compared(evidence, [known])
    const [change] = decide({ ...evidence, facts: { legs: [leg] } }, RULES).changes
    if (change?.kind !== 'append-history') throw new Error('nothing was remembered')
    expect(change).toMatchObject({ keptBy: 'publish', standsAlone: true, needs: known.provides })
    expect(openTestRuns([known.body, change.body]).cellOf(1, 'x')).toEqual({ failed: 1, passed: 1, skipped: 0 })
  })

  test('is nothing where the one who publishes has no history, or cannot read it', async () => {
    const evidence = legEvidence(CLAIMED, runAt(1))
    const [without] = await compareLegs([evidence], { history: null })
    expect(without?.facts.legs[0]).toMatchObject({ past: { kind: 'none' }, rosters: [] })
    const broken = new MemoryHistory()
    broken.breakWith(new PlatformError('The server is down.', { remedy: 'Wait.' }))
    const [unread] = await compareLegs([evidence], { history: broken })
    expect(unread?.facts.legs[0]?.past).toEqual({ kind: 'unreadable', reason: 'The server is down.', remedy: 'Wait.' })
  })

  test('counts for a leg of the default branch, which is its own word', async () => {
    const evidence = legEvidence(CLAIMED, { ...runAt(1), isBaseline: true, base: { kind: 'history' } })
    const [leg] = await compareLegs([evidence], { history: new MemoryHistory([record(1, { x: 'P' })]) })
    expect(leg?.facts.legs[0]).toMatchObject(CLAIMED)
  })
})

describe('the past that is read', () => {
  test('ends at what is compared with: what came after it is no past', async () => {
    const records = [1, 2, 3, 4].map((at) => record(at, { x: at > 2 ? 'F' : 'P' }))
    expect(cellsOf(await compared(legEvidence({}, runAt(2)), records))).toEqual([
      [1, 0, 1],
      [2, 0, 1],
    ])
  })

  test('is that of the same job and matrix cell only, and not of the tested commit itself', async () => {
    const other = record(1, { x: 'F' }, { key: { ...runOf(JSON.stringify({ os: 'mac' })).key, run: 'm1' } })
    const itself = record(9, { x: 'F' }, { testedSha: runOf().testedSha ?? '' })
    expect(await compared(legEvidence({}, runAt(2)), [other])).toMatchObject({ past: { kind: 'none' } })
    expect(cellsOf(await compared(legEvidence({}, runAt(1)), [record(1, { x: 'P' }), itself]))).toEqual([[1, 0, 1]])
  })

  test.each<Trust>([
    'pull-request',
    'fork',
  ])('hears of a contradiction from a %s, as evidence of a flake and no failure', async (trust) => {
    const elsewhere = record(30, { x: 'FP' }, { trust, pullRequest: 5 })
    const leg = await compared(legEvidence({}, runAt(1)), [record(1, { x: 'P' }), elsewhere])
    expect(cellsOf(leg)).toEqual([[1, 0, 1]])
    expect(leg.past).toMatchObject({ contradictions: [{ key: 'x', pullRequest: 5 }] })
  })

  test('leaves out a record of a newer version, and says so', async () => {
    const newer = record(2, {}, { body: { schema: 'testwarden.test-record/2' } })
    const leg = await compared(legEvidence({}, runAt(2)), [record(1, { x: 'P' }), newer])
    expect(cellsOf(leg)).toEqual([[1, 0, 1]])
    expect(leg.notes).toEqual(['One run is left out, because a newer Testwarden wrote its record.'])
  })
})

describe('a leg that speaks of others', () => {
  test('is heard of itself only, and its verdict says so', async () => {
    const foreign = legOf({ x: 'P' }, { os: 'mac' })
    const own = legOf({ x: 'P' }, { os: 'linux' }, { testedSha: 'd'.repeat(40), tree: 'd'.repeat(40) })
    const run = { ...runAt(1), testedTree: 'c'.repeat(40) }
    const [leg] = await compareLegs([evidenceOf({ legs: [own, foreign] }, { run })], { history: null })
    expect(leg?.facts.legs.map(({ variant, testedSha, tree }) => [variant, testedSha, tree])).toEqual([
      [own.variant, run.testedSha, run.testedTree],
    ])
    expect(leg?.problems[0]?.message).toContain('test (linux) speaks of other jobs')
  })
})
