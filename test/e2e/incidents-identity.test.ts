import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  closeStage,
  createIncidentStage,
  type IncidentStage,
  onlyIssue,
  pagedOf,
  push,
  type Reported,
  runTip,
} from './support/incidents.js'
import { issuesOf } from './support/issues-of.js'
import { partOf } from './support/steady-text.js'
import { junitReport } from './support/test-report.js'
import { passing, reportOf } from './support/told-report.js'

let stage: IncidentStage

beforeEach(async () => {
  stage = await createIncidentStage()
})

afterEach(async () => {
  expect(stage.scenario.github.violations).toEqual([])
  await closeStage(stage)
})

async function twice(reported: Reported): Promise<void> {
  await push(stage, reported)
  await push(stage, reported)
}

const REFUSED = {
  says: 'Connection to ledger refused for account of customer',
  at: 'acme.Ledger.connect(Ledger.java:7)',
}
const BROKEN = { says: 'expected:<42> but was:<41>', at: 'acme.Tax.round(Tax.java:12)' }

describe('what makes an incident so severe', () => {
  test('a word of a name is a whole one', async () => {
    await push(stage, junitReport({ adds: 'P', author_of_book: 'F', authenticationless: 'F' }))
    expect(issuesOf(stage.scenario.repository)).toEqual([])
    const { outputs } = await push(stage, junitReport({ adds: 'P', author_of_book: 'F', checksAuthentication: 'F' }))
    expect(outputs.get('severity')).toBe('critical')
    expect(issuesOf(stage.scenario.repository).map(({ labels }) => labels.at(-1))).toContain('critical')
  })

  test('a share on a limit belongs to the higher severity, skipped tests do not count, and few tests say nothing', async () => {
    const severityOf = async (failing: number, more: Parameters<typeof reportOf>[0]) => {
      const failed = Object.fromEntries(Array.from({ length: failing }, (_, index) => [`breaks_${index}`, BROKEN]))
      return (await runTip(stage, reportOf({ ...failed, ...more }), { with: { issues: 'off' } })).outputs.get(
        'severity',
      )
    }
    expect(await severityOf(5, passing(5))).toBe('critical')
    expect(await severityOf(4, passing(5))).toBe('low')
    expect(await severityOf(2, { ...passing(8), later: 'S', never: 'S' })).toBe('high')
    expect(await severityOf(1, passing(9))).toBe('medium')
    expect(await severityOf(1, passing(10))).toBe('low')
  })
})

describe('an incident', () => {
  test('is the same one where the cause fails in other tests, and another cause has its own', async () => {
    await twice(reportOf({ ...passing(20), pays: REFUSED }))
    const issue = onlyIssue(stage)
    await push(stage, reportOf({ ...passing(20), refunds: REFUSED, books: REFUSED }))
    expect(onlyIssue(stage)).toBe(issue)
    expect(partOf(issue.body, 'Affected tests').join('\n')).toMatch(/refunds[\s\S]*books|books[\s\S]*refunds/)
    await twice(reportOf({ ...passing(20), refunds: REFUSED, rounds: BROKEN }))
    expect(issuesOf(stage.scenario.repository)).toHaveLength(2)
    expect(issuesOf(stage.scenario.repository)[1]?.title).toBe('[low] rounds fails (CI on main)')
    expect(pagedOf(stage).filter((event) => event === 'trigger')).toHaveLength(2)
    // One of the two is over.
    await twice(reportOf({ ...passing(20), rounds: BROKEN }))
    expect(issuesOf(stage.scenario.repository).map(({ state }) => state)).toEqual(['closed', 'open'])
  })

  test('of the surroundings mutes what it explains', async () => {
    const full = {
      says: "[Errno 28] No space left on device: '/tmp/report.xml'",
      type: 'OSError',
      at: 'acme.Disk.write(Disk.java:3)',
    }
    await twice(reportOf({ ...passing(20), writes: full, saves: full, rounds: BROKEN }))
    const issue = onlyIssue(stage)
    expect(issue.title).toBe('[medium] saves and other tests fail (CI on main)')
    expect(issue.body).toContain('No space left on device')
    expect(partOf(issue.body, 'The same run saw this, which it may explain')).toEqual([
      '- acme.RefundTest › rounds fails',
    ])
    // What is left once the disk has room again.
    await twice(reportOf({ ...passing(20), rounds: BROKEN }))
    expect(issuesOf(stage.scenario.repository).map(({ state }) => state)).toEqual(['closed', 'open'])
  })
})

describe('a failure that flaky-detector knows to be flaky', () => {
  test('needs nobody', async () => {
    const written = { 'report.xml': junitReport({ adds: 'P', authentication: 'FP' }) }
    const flaky = { action: 'flaky-detector', with: { history: 'git:testwarden-history' } } as const
    await push(stage, null, { ...flaky, written })
    const failing = { 'report.xml': junitReport({ adds: 'P', authentication: 'F' }) }
    const first = await push(stage, null, { ...flaky, written: failing })
    const path = first.outputs.get('verdict-path') ?? ''
    expect(path).not.toBe('')
    const { summary, outputs, exitCode } = await runTip(stage, null, {
      workspace: first.workspace,
      temporaryFolder: first.temporaryFolder,
      with: { verdicts: path },
    })
    expect(exitCode).toBe(0)
    expect(issuesOf(stage.scenario.repository)).toEqual([])
    expect(outputs.get('incident-count')).toBe('0')
    expect(summary).toContain('nothing to fix')
    const bare = await runTip(stage, null, { workspace: first.workspace })
    expect(bare.outputs.get('severity')).toBe('critical')
    expect(issuesOf(stage.scenario.repository)).toHaveLength(1)
  })
})
