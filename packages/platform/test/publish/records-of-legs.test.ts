import { describe, expect, test } from '@jest/globals'
import { defineAction, type GateConfig } from '@testwarden/core/action/define-action'
import { sharedConfig } from '@testwarden/core/action/shared-config'
import type { Section } from '@testwarden/core/config/field'
import { fileConfig } from '@testwarden/core/config/file-config'
import { resolveSettings } from '@testwarden/core/config/resolve-settings'
import type { AppendHistory } from '@testwarden/core/model/change'
import type { Decision } from '@testwarden/core/model/decision'
import { PlatformError } from '@testwarden/core/model/errors'
import type { Evidence, RunContext } from '@testwarden/core/model/evidence'
import type { HistoryRecord, Trust } from '@testwarden/core/model/history-record'
import { MemoryHistory } from '@testwarden/testkit/fakes/memory-history'
import { recordsOfLegs } from '../../src/publish/records-of-legs.js'

interface Facts {
  readonly body: string
  readonly keeping: Pick<AppendHistory, 'keptBy' | 'standsAlone'>
}

const SKIPPED: Decision['verdict'] = { outcome: 'skipped', headline: '', reasons: [] }

/** An action that wants the body of its facts remembered. */
const definition = defineAction<Section, Facts>({
  id: 'sample',
  gate: 'sample',
  title: 'Sample',
  description: '',
  config: {},
  outputs: [],
  maxEvidenceBytes: 1000,
  emptyFacts: { body: '', keeping: {} },
  noInputRemedy: '',
  collect: async () => ({ facts: null, problems: [] }),
  decide: ({ facts: { body, keeping } }) => ({
    verdict: SKIPPED,
    findings: [],
    changes: [{ kind: 'append-history', key: 'append-history:sample', body, ...keeping }],
  }),
  present: () => ({ gate: 'sample', title: 'Sample', sections: [] }),
  parseFacts: () => ({ body: '', keeping: {} }),
  mergeEvidence: ([first]) => first ?? evidenceOf('none'),
})

function configOf(): GateConfig<Section> {
  const [shared, file] = [resolveSettings(sharedConfig, []), resolveSettings(fileConfig, [])]
  if (!shared.ok || !file.ok) throw new Error('what is assumed is not valid')
  return { own: {}, shared: shared.settings, file: file.settings, accepts: [] }
}

function runOf(os: string): RunContext {
  return {
    key: {
      action: 'sample',
      workflow: 'ci',
      job: 'test',
      matrix: JSON.stringify({ os }),
      step: 'gate',
      checkRun: '',
      run: '1',
      attempt: 1,
    },
    event: 'pull_request',
    repository: 'acme/shop',
    serverUrl: null,
    branch: 'topic',
    pullRequest: 7,
    testedSha: 'a'.repeat(40),
    headSha: 'b'.repeat(40),
    base: { kind: 'history' },
    isBaseline: false,
    now: '2026-01-02T03:04:05.000Z',
    machine: { cpu: 'x', cores: 2, memoryMiB: 7168, image: 'image' },
  }
}

const KEPT = { keptBy: 'publish', standsAlone: true } as const

function evidenceOf(os: string, { body = os, keeping = KEPT as Facts['keeping'] } = {}): Evidence<Facts> {
  return { action: 'sample', run: runOf(os), facts: { body, keeping }, problems: [], observations: [] }
}

interface Remembering {
  readonly trust?: Trust | null
  readonly missing?: readonly string[]
  readonly history?: MemoryHistory | null
}

async function remember(legs: readonly Evidence<Facts>[], { trust, missing = [], history }: Remembering = {}) {
  const whole = { ...evidenceOf('none'), run: { ...runOf('none'), testedSha: null } }
  const decided: Decision = { verdict: SKIPPED, findings: [], changes: [] }
  const asked = { definition, config: configOf(), legs, whole, decided, missing, trust: trust ?? null }
  const { changes, notes } = await recordsOfLegs(asked, history === undefined ? new MemoryHistory() : history)
  return { records: changes.flatMap((change) => (change.kind === 'append-records' ? change.records : [])), notes }
}

function bodies(records: readonly HistoryRecord[]): readonly unknown[] {
  return records.map(({ body }) => body)
}

const [LINUX, MAC] = [evidenceOf('linux'), evidenceOf('mac')]

describe('the records of legs', () => {
  test.each<Trust>(['default-branch', 'pull-request', 'fork'])('carry whose word they are: %s', async (trust) => {
    const { records } = await remember([LINUX, MAC], { trust })
    expect(records.map((record) => [record.body, record.trust])).toEqual([
      ['linux', trust],
      ['mac', trust],
    ])
  })

  test('are none where nobody says whose word they are', async () => {
    expect((await remember([LINUX], { trust: null })).records).toEqual([])
  })

  test('of a change are none that a gate did not leave to publish, such as a baseline', async () => {
    const baseline = evidenceOf('linux', { keeping: {} })
    expect((await remember([baseline], { trust: 'pull-request' })).records).toEqual([])
    expect((await remember([baseline], { trust: 'default-branch' })).records).toHaveLength(1)
  })

  test('are kept beside missing legs only where they stand alone', async () => {
    const dependent = evidenceOf('mac', { keeping: {} })
    const { records } = await remember([LINUX, dependent], { trust: 'default-branch', missing: ['test (windows)'] })
    expect(bodies(records)).toEqual(['linux'])
  })
})

describe('what a body refers to', () => {
  const body = { issue: { ref: 'open', field: 'id' } }

  test('of a leg was never done', async () => {
    const { records } = await remember([evidenceOf('linux', { body: body as never })], { trust: 'pull-request' })
    expect(bodies(records)).toEqual([{ issue: null }])
  })
})

describe('what is published again', () => {
  test('adds only what the history has not, and leaves what it has, whatever it says', async () => {
    const first = await remember([LINUX], { trust: 'pull-request' })
    const history = new MemoryHistory(first.records)
    const again = [evidenceOf('linux', { body: 'made anew' }), MAC]
    expect(bodies((await remember(again, { trust: 'pull-request', history })).records)).toEqual(['mac'])
  })

  test('is tried where the history cannot be read, so that the reason is told', async () => {
    const history = new MemoryHistory()
    history.breakWith(new PlatformError('The server is down.'))
    expect((await remember([LINUX], { trust: 'pull-request', history })).records).toHaveLength(1)
  })
})

describe('without a history', () => {
  test('a baseline is missed, which is for its effect to say; a change leaves nothing behind', async () => {
    expect((await remember([LINUX], { trust: 'default-branch', history: null })).records).toHaveLength(1)
    expect((await remember([LINUX], { trust: 'fork', history: null })).records).toEqual([])
  })
})

describe('the length of records', () => {
  const huge = evidenceOf('huge', { body: 'x'.repeat(2 * 1024 * 1024) })

  test('is bounded for a change, for a fork more, and what is not kept is named', async () => {
    const { records, notes } = await remember([LINUX, huge, MAC], { trust: 'fork' })
    expect(bodies(records)).toEqual(['linux', 'mac'])
    expect(notes).toEqual([
      'test (huge): not kept in the history, where the run of such a change may leave at most 1 MiB.',
    ])
    expect((await remember([LINUX, huge, MAC], { trust: 'pull-request' })).records).toHaveLength(3)
    expect((await remember([huge, huge, huge], { trust: 'pull-request' })).records).toHaveLength(1)
  })

  test('is not for the default branch', async () => {
    expect((await remember([huge], { trust: 'default-branch' })).records).toHaveLength(1)
  })
})
