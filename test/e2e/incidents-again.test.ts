import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  closeStage,
  createIncidentStage,
  INCIDENTS,
  type IncidentStage,
  onlyIssue,
  ownComments,
  pagedOf,
  push,
  runTip,
  SECURITY_FAILS,
  SECURITY_PASSES,
  sweep,
  writesOf,
} from './support/incidents.js'
import { addComment } from './support/issue-deeds.js'
import { issuesOf } from './support/issues-of.js'

let stage: IncidentStage

beforeEach(async () => {
  stage = await createIncidentStage()
})

afterEach(async () => {
  expect(stage.scenario.github.violations).toEqual([])
  await closeStage(stage)
})

/** All that anybody could have noticed. */
function noticed() {
  return { writes: writesOf(stage), paged: pagedOf(stage).length, issues: issuesOf(stage.scenario.repository).length }
}

describe('nothing happens twice', () => {
  test('when the same run is tried again, or runs look that have nothing new', async () => {
    await push(stage, SECURITY_FAILS)
    const before = noticed()
    const { exitCode } = await runTip(stage, SECURITY_FAILS, {
      github: { run_id: String(stage.runs), run_attempt: '2' },
    })
    expect(exitCode).toBe(0)
    expect(noticed()).toEqual(before)
    await sweep(stage)
    await sweep(stage)
    expect(noticed()).toEqual(before)
    expect(ownComments(stage)).toHaveLength(1)
  })

  test('when a run of an older commit comes late', async () => {
    await push(stage, SECURITY_PASSES)
    const older = stage.main.tip
    await push(stage, SECURITY_FAILS)
    await push(stage, SECURITY_PASSES)
    const before = noticed()
    const newest = stage.main.tip
    stage.main.tip = older
    stage.scenario.remote.setRef('refs/heads/late', older)
    const late = await runTip(stage, SECURITY_PASSES, { checkout: { ref: 'refs/heads/late', depth: 1 } })
    expect(late.summary).toContain('A later commit has been tested already, so this run opens and ends nothing.')
    expect(noticed()).toEqual(before)
    expect(onlyIssue(stage).state).toBe('open')
    const fails = await runTip(stage, { other_authentication: 'F' }, { checkout: { ref: 'refs/heads/late', depth: 1 } })
    expect(fails.exitCode).toBe(0)
    expect(noticed()).toEqual(before)
    stage.main.tip = newest
    await push(stage, SECURITY_PASSES)
    expect(onlyIssue(stage).state).toBe('closed')
  })

  test('a run whose report nobody could read is no green one', async () => {
    await push(stage, SECURITY_FAILS)
    await push(stage, SECURITY_PASSES)
    const broken = await push(stage, '<testsuite name="cut"><testcase name="a"', { with: { reports: 'report.xml' } })
    expect(broken.exitCode).toBe(2)
    expect(onlyIssue(stage).state).toBe('open')
    expect(pagedOf(stage)).toEqual(['trigger'])
    await push(stage, SECURITY_PASSES)
    expect(onlyIssue(stage).state).toBe('closed')
  })
})

describe('nothing is written', () => {
  test.each([
    ['issues are off', { issues: 'off' }],
    ['the run only collects', { mode: 'collect' }],
    ['it is a dry run', { 'dry-run': 'true' }],
  ] as const)(
    'where %s',
    async (_, settings) => {
      const result = await push(stage, SECURITY_FAILS, { with: settings })
      expect(result.exitCode).toBe(0)
      expect(noticed()).toEqual({ writes: 0, paged: 0, issues: 0 })
      const told = `${result.summary ?? ''}\n${result.log.join('\n')}`
      if ('issues' in settings)
        expect(told).toContain('No issue is kept of any of this: `issues: on` switches that on.')
      if ('dry-run' in settings) {
        expect(told).toContain('open an issue "[critical] authentication_of_admins fails (CI on main)"')
        expect(told).not.toContain('a'.repeat(32))
      }
    },
    30_000,
  )

  test('where a pull request fails', async () => {
    const { head, base, merge } = stage.scenario
    const repo = { full_name: 'octo-org/example' }
    const result = await runTip(stage, SECURITY_FAILS, {
      event: {
        name: 'pull_request',
        payload: {
          action: 'synchronize',
          number: 7,
          pull_request: { number: 7, head: { sha: head, ref: 'change', repo }, base: { sha: base, ref: 'main', repo } },
          repository: { ...repo, default_branch: 'main' },
        },
      },
      checkout: { ref: 'refs/pull/7/merge', depth: 2 },
      github: { sha: merge },
    })
    expect(result.exitCode).toBe(0)
    expect(noticed()).toMatchObject({ paged: 0, issues: 0 })
  })
})

describe('without a history', () => {
  test('what the issue remembers counts runs', async () => {
    await closeStage(stage)
    stage = await createIncidentStage(INCIDENTS.replace('history: git:testwarden-history\n', ''))
    await push(stage, SECURITY_FAILS)
    const before = noticed()
    await runTip(stage, SECURITY_FAILS, { github: { run_id: String(stage.runs), run_attempt: '2' } })
    expect(noticed()).toEqual(before)
    await push(stage, SECURITY_PASSES)
    expect(onlyIssue(stage).state).toBe('open')
    await push(stage, SECURITY_PASSES)
    expect(onlyIssue(stage).state).toBe('closed')
    expect(pagedOf(stage)).toEqual(['trigger', 'resolve'])
  })
})

describe('an incident whose issue is full', () => {
  test('goes on in a new one, which has its story and its memory, and pages nobody again', async () => {
    await push(stage, SECURITY_FAILS)
    const full = onlyIssue(stage)
    for (let count = 0; count < 900; count++) addComment(stage.scenario, full.number, 'octocat', 'me too')
    const paged = pagedOf(stage).length
    await push(stage, SECURITY_FAILS)
    const [, next] = issuesOf(stage.scenario.repository)
    expect(full).toMatchObject({ state: 'closed', body: expect.stringContaining(`It goes on in #${next?.number}`) })
    expect(next).toMatchObject({ state: 'open', title: full.title, assignees: full.assignees })
    expect(next?.body).toContain('opened as critical')
    expect(pagedOf(stage)).toHaveLength(paged)

    await push(stage, SECURITY_PASSES)
    await push(stage, SECURITY_PASSES)
    expect(issuesOf(stage.scenario.repository).map(({ state }) => state)).toEqual(['closed', 'closed'])
    expect(pagedOf(stage).at(-1)).toBe('resolve')
  })
})
