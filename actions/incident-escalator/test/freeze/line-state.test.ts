import { describe, expect, test } from '@jest/globals'
import type { Evidence, RunContext } from '@testwarden/core/model/evidence'
import type { OpenPull } from '@testwarden/core/model/github-observation'
import type { KnownIssue } from '@testwarden/core/model/issue'
import { ask } from '../../src/ask.js'
import type { IncidentsFacts } from '../../src/facts.js'
import type { FrozenLine, RecordedIncident } from '../../src/freeze/frozen-line.js'
import { lineState } from '../../src/freeze/line-state.js'
import { configOf, evidenceOf, runOf } from '../kit.js'

const CONFIG = configOf({ freeze: 'critical' })
const KEY = `inc-${'a'.repeat(32)}`
const KNOWN = { kind: 'known', runs: [], isLate: false } as const

function recorded(part: Partial<RecordedIncident> = {}): RecordedIncident {
  return { key: KEY, issue: 12, openedAt: '2026-01-01T00:00:00.000Z', ...part }
}

function frozen(incidents: readonly RecordedIncident[] = [recorded()], part: Partial<FrozenLine> = {}): FrozenLine {
  return { incidents, branch: 'main', since: '2026-01-01T00:00:00.000Z', run: '5', ...part }
}

function issue(part: Partial<KnownIssue> = {}): KnownIssue {
  const marker = { action: 'incident-escalator', keys: [KEY], run: '5', state: 'open', about: null }
  const rest = { title: 'T', labels: [], assignees: [], createdAt: '2026-01-01T00:00:00.000Z', digest: 'd' }
  return {
    number: 12,
    state: 'open',
    closedAs: null,
    closedAt: null,
    marker,
    ...rest,
    ...part,
  } as unknown as KnownIssue
}

function pull(number: number, labels: readonly string[] = []): OpenPull {
  return { number, headSha: 'f'.repeat(40), baseBranch: 'main', labels, isFork: false }
}

interface Seen {
  readonly issues?: readonly KnownIssue[] | string
  readonly pulls?: readonly OpenPull[] | string
  readonly run?: Partial<RunContext>
}

function evidence(line: FrozenLine | null, { issues = [issue()], pulls = [pull(7)], run = {} }: Seen = {}) {
  const observations: Evidence<IncidentsFacts>['observations'] = [
    typeof issues === 'string'
      ? { requestId: 'incidents', result: { kind: 'failed', message: issues } }
      : { requestId: 'incidents', result: { kind: 'issues', issues, isWhole: true } },
    typeof pulls === 'string'
      ? { requestId: 'pulls', result: { kind: 'failed', message: pulls } }
      : { requestId: 'pulls', result: { kind: 'pulls', pulls, isWhole: true } },
  ]
  return evidenceOf({ past: KNOWN, frozen: line }, { run: { ...runOf(), baseBranch: 'main', ...run }, observations })
}

const kindOf = (...args: Parameters<typeof evidence>) => lineState(evidence(...args), CONFIG).kind

describe('the line', () => {
  test('is stopped by what the history says, as long as no issue says otherwise', () => {
    expect(kindOf(frozen())).toBe('stopped')
    expect(kindOf(frozen([]))).toBe('open')
    expect(kindOf(null)).toBe('open')
    expect(kindOf(frozen(), { issues: [issue({ state: 'closed' })] })).toBe('open')
    expect(kindOf(frozen(), { issues: [issue({ state: 'closed', number: 13 })] })).toBe('stopped')
    // Its list may be too long, or the issue may have lost its label.
    expect(kindOf(frozen(), { issues: [] })).toBe('stopped')
  })

  test('knows an incident by its key where nobody knows its number', () => {
    const line = frozen([recorded({ issue: null })])
    expect(kindOf(line, { issues: [issue({ state: 'closed', number: 99 })] })).toBe('open')
    expect(kindOf(line, { issues: [issue()] })).toBe('stopped')
    expect(lineState(evidence(line), CONFIG).message).toContain(KEY)
  })

  test('stays stopped until the last of several is over', () => {
    const line = frozen([recorded(), recorded({ key: `inc-${'b'.repeat(32)}`, issue: 13 })])
    const state = lineState(evidence(line, { issues: [issue({ state: 'closed' }), issue({ number: 13 })] }), CONFIG)
    expect([state.kind, state.incidents.map(({ issue: number }) => number)]).toEqual(['stopped', [13]])
    expect(lineState(evidence(line), CONFIG).message).toContain(
      '2 critical incidents are open on the default branch: #12, #13. Nothing is merged until they are over.',
    )
  })

  test('lets the fix of a merge group through, which is named after its last pull request', () => {
    const group = (branch: string): RunContext => ({ ...runOf(), event: 'merge_group', pullRequest: null, branch })
    const pulls = [pull(104, ['incident-fix']), pull(10), pull(4)]
    expect(kindOf(frozen(), { pulls, run: group('gh-readonly-queue/main/pr-104-abc') })).toBe('let-through')
    expect(kindOf(frozen(), { pulls, run: group('gh-readonly-queue/main/pr-10-abc') })).toBe('stopped')
    expect(kindOf(frozen(), { pulls, run: group('something/else') })).toBe('stopped')
  })

  test('is nothing to changes of other branches, and nobody is asked for them', () => {
    const elsewhere = { run: { baseBranch: 'release' } }
    expect(kindOf(frozen(), elsewhere)).toBe('open')
    const asking = { ...evidence(frozen(), elsewhere), observations: [] }
    expect(ask(asking, CONFIG)).toEqual([])
    expect(ask({ ...evidence(frozen()), observations: [] }, CONFIG).map(({ kind }) => kind)).toEqual([
      'list-issues',
      'list-pulls',
    ])
    expect(kindOf(frozen(undefined, { branch: null }), elsewhere)).toBe('stopped')
  })

  test('tells what could not be read, and what counts instead', () => {
    const state = lineState(evidence(frozen(), { issues: 'No leave.', pulls: 'None.' }), CONFIG)
    expect(state.kind).toBe('stopped')
    expect(state.doubt).toBe(
      'What the history says counts, as issues cannot be read: No leave. Labels cannot be read, so the fix is not let through: None.',
    )
    expect(lineState(evidence(frozen()), CONFIG).doubt).toBeNull()
  })

  test('is not known without a history that can be read', () => {
    const { past: _past, ...facts } = evidence(frozen()).facts
    const without = (past: IncidentsFacts['past']) => lineState(evidenceOf({ ...facts, past }), CONFIG)
    expect(without({ kind: 'none', reason: 'No history is configured.' })).toMatchObject({ kind: 'unknown' })
    expect(without({ kind: 'unreadable', reason: 'it is damaged', remedy: 'restore it' }).message).toBe(
      'Whether the line is stopped is not known: It is damaged. Restore it.',
    )
  })
})
