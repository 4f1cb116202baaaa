import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { git } from '../../packages/testkit/src/git-remote/git.js'
import { createIncidentScenario, FAILS, type IncidentScenario, markerOf } from './support/incident-scenario.js'
import type { JobResult } from './support/scenario.js'

const JOBS_OF_ONE_RUN = ['unit', 'integration', 'browser', 'mobile', 'smoke']

let scenario: IncidentScenario

beforeEach(async () => {
  scenario = await createIncidentScenario()
})

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
})

/** Five jobs of one run, and two runs of their own, all at once. */
function sevenJobs(sha: string): Promise<readonly JobResult[]> {
  const all = JOBS_OF_ONE_RUN.map((job) => scenario.job(sha, FAILS, { github: { job, run_id: '900' } }))
  const others = ['901', '902'].map((run_id) => scenario.job(sha, FAILS, { github: { run_id } }))
  return Promise.all([...all, ...others])
}

/** Records of incidents that the history has. */
function recordsOf({ remote }: IncidentScenario): number {
  const tree = git(remote.folder, ['grep', '--count', 'incident-escalator', 'refs/heads/testwarden-history'])
  return tree.split('\n').reduce((sum, line) => sum + Number(line.split(':').at(-1) ?? 0), 0)
}

function slowDown(method: string, path: RegExp, delayMs: number, times: number): void {
  for (let nth = 1; nth <= times; nth++)
    scenario.github.faults.add({ method, path, nth, answer: { kind: 'slow', delayMs } })
}

describe('five jobs of one run and two runs at once', () => {
  test.each([
    ['as they come', 0],
    ['where all of them read the list before anyone has opened one', 4000],
  ])('open one issue, mention people once, and tell each service once: %s', async (_name, delayMs) => {
    if (delayMs > 0) slowDown('POST', /\/issues$/, delayMs, 7)
    const results = await sevenJobs(scenario.commit())
    for (const { exitCode, log } of results) expect({ exitCode, log }).toMatchObject({ exitCode: 0 })
    expect(results.flatMap(({ log }) => log.filter((line) => line.includes('The history: ')))).toEqual([])
    expect(recordsOf(scenario)).toBe(results.length)
    const [issue, ...more] = scenario.incidents()
    expect(more).toEqual([])
    expect(issue).toMatchObject({ state: 'open' })
    const open = [...scenario.repository.issues.values()].filter(
      ({ number, state }) => state === 'open' && !scenario.repository.pulls.has(number),
    )
    expect(open).toHaveLength(1)
    expect(scenario.mentions()).toHaveLength(1)
    expect(scenario.slack.messages.map(({ threadTs }) => threadTs)).toEqual([null, null])
    expect([...scenario.pager.alerts.values()]).toMatchObject([{ status: 'triggered' }])
    expect(new Set(scenario.paged())).toEqual(new Set(['trigger']))
    expect(markerOf(issue)).toContain('thread:pager:told:')
    expect(markerOf(issue)).toContain('thread:chat:told:')
    expect(markerOf(issue)).not.toMatch(/[=,](by|telling):/)
  })
})

describe('two runs that look after an incident at once, with a level due', () => {
  test.each([
    ['as they come', []],
    ['where both read the issue before either wrote', [['POST', /\/comments$/]]],
    ['where the issue is written slowly', [['PATCH', /\/issues\/\d+$/]]],
  ] as const)('tell it once: %s', async (_name, slow) => {
    await scenario.push(FAILS)
    const [mentions, messages] = [scenario.mentions().length, scenario.slack.messages.length]
    for (const [method, path] of slow) slowDown(method, path, 1200, 2)
    const sweeps = await Promise.all([scenario.sweep({ minutes: 20 }), scenario.sweep({ minutes: 20 })])
    for (const { exitCode, log } of sweeps) expect({ exitCode, log }).toMatchObject({ exitCode: 0 })
    expect(scenario.mentions()).toHaveLength(mentions + 1)
    expect(scenario.mentions().at(-1)).toContain('@grace')
    // The webhook's new message, and the bot's line in its thread.
    expect(scenario.slack.messages).toHaveLength(messages + 2)
    const [issue] = scenario.incidents()
    expect(markerOf(issue)).toContain('told:1:0:')
    expect(markerOf(issue)).not.toMatch(/[=,](by|telling):/)
    await scenario.sweep({ minutes: 21 })
    expect(scenario.mentions()).toHaveLength(mentions + 1)
    expect(scenario.slack.messages).toHaveLength(messages + 2)
  })
})
