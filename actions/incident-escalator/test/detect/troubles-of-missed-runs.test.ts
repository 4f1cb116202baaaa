import { describe, expect, test } from '@jest/globals'
import type { ListedWorkflow } from '@testwarden/core/model/github-observation'
import { expectedRuns } from '../../src/config/expected-runs-field.js'
import { keptRuns, missedRuns } from '../../src/detect/troubles-of-missed-runs.js'
import { configOf, evidenceOf } from '../kit.js'

const HOUR_MS = 3_600_000
const NOW = Date.parse('2026-01-02T03:04:05.000Z')
const ago = (hours: number): string => new Date(NOW - hours * HOUR_MS).toISOString()

const parsed = expectedRuns({ description: '', role: 'policy' }).parse({ 'nightly.yml': '24h' })
const base = configOf()
const CONFIG = {
  ...base,
  own: { ...base.own, 'expected-runs': { ...base.own['expected-runs'], value: parsed.ok ? parsed.value : [] } },
}

function workflow(part: Partial<ListedWorkflow> = {}): ListedWorkflow {
  const path = '.github/workflows/nightly.yml'
  return { id: 1, name: 'Nightly', path, state: 'active', createdAt: ago(10_000), ...part }
}

function look(listed: ListedWorkflow | null, ...hours: readonly number[]) {
  const runs = hours.map((hour, index) => ({
    id: String(index + 1),
    attempt: 1,
    event: 'schedule',
    headSha: 'a'.repeat(40),
    conclusion: 'failure',
    createdAt: ago(hour),
    updatedAt: ago(hour),
  }))
  const result = { kind: 'runs', workflow: listed, runs, isWhole: true } as const
  return evidenceOf({}, { observations: [{ requestId: 'expected-nightly.yml', result }] })
}

const titles = (...args: Parameters<typeof look>) =>
  missedRuns(look(...args), CONFIG).map(({ trouble }) => trouble.title)

describe('an expected run', () => {
  test('that began in time is kept, however it ended', () => {
    expect(titles(workflow(), 40, 29)).toEqual([])
    expect(keptRuns(look(workflow(), 40, 29), CONFIG)).toEqual(['nightly.yml'])
  })

  test('is missed once period and grace are over, or at once where it cannot run', () => {
    expect(titles(workflow(), 30)).toEqual(['nightly.yml does not run'])
    expect(titles(workflow({ state: 'disabled_manually' }), 24)).toEqual(['nightly.yml is disabled'])
    expect(titles(workflow({ state: 'deleted' }), 24)).toEqual(['nightly.yml is gone'])
    expect(titles(null)).toEqual(['nightly.yml is gone'])
    expect(keptRuns(look(workflow(), 30), CONFIG)).toEqual([])
  })

  test('of a new workflow has its first period and grace', () => {
    expect(titles(workflow({ createdAt: ago(29) }))).toEqual([])
    expect(titles(workflow({ createdAt: ago(30) }))).toEqual(['nightly.yml does not run'])
    expect(titles(workflow())).toEqual(['nightly.yml does not run'])
  })

  test('is neither missed nor kept where GitHub did not say', () => {
    expect(missedRuns(evidenceOf(), CONFIG)).toEqual([])
    expect(keptRuns(evidenceOf(), CONFIG)).toEqual([])
  })
})
