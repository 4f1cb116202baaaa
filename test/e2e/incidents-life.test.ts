import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  ALL_PASS,
  alertsOf,
  closeStage,
  createIncidentStage,
  does,
  INTEGRATION_FAILS,
  type IncidentStage,
  newestIssue,
  onlyIssue,
  ownComments,
  pagedOf,
  pass,
  push,
  SECURITY_FAILS,
  SECURITY_PASSES,
  says,
  sweep,
  writesOf,
} from './support/incidents.js'
import { issuesOf } from './support/issues-of.js'
import { factOf, partOf, steady } from './support/steady-text.js'
import { junitReport } from './support/test-report.js'

const API_PASSES = { ...ALL_PASS, api_of_refunds: 'P' }
/** The same cause as before, now in a test of the kind `security` too. */
const WORSE = junitReport(INTEGRATION_FAILS).replace(
  '</testsuite>',
  '<testcase classname="acme.LoginTest" name="authentication"><failure message="api_of_refunds is wrong" type="java.lang.AssertionError">at acme.RefundTest</failure></testcase>\n</testsuite>',
)

let stage: IncidentStage

beforeEach(async () => {
  stage = await createIncidentStage()
})

afterEach(async () => {
  expect(stage.scenario.github.violations).toEqual([])
  await closeStage(stage)
})

function remarks(): readonly string[] {
  return ownComments(stage).map(({ body }) => steady(body))
}

function lastRemark(): string {
  return remarks().at(-1) ?? ''
}

function timeline(): readonly string[] {
  return partOf(newestIssue(stage).body, 'Timeline')
}

describe('the whole life of a critical incident', () => {
  test('is told as it goes', async () => {
    await push(stage, SECURITY_PASSES)
    const opened = await push(stage, SECURITY_FAILS)
    expect(opened.exitCode).toBe(0)
    expect(opened.outputs.get('severity')).toBe('critical')
    expect(opened.outputs.get('incident-count')).toBe('1')
    const issue = onlyIssue(stage)
    expect(issue).toMatchObject({
      title: '[critical] authentication_of_admins fails (CI on main)',
      labels: ['testwarden', 'incident', 'critical'],
      assignees: ['ada'],
    })
    expect(issue.body).toMatch(/\| incident \| EMRG-\d{8}-\d{6} \|/)
    expect(factOf(issue.body, 'severity')).toBe('critical: 1 test of the kind `security` failed')
    expect(factOf(issue.body, 'state')).toBe('open, 1 bad run in a row')
    expect(factOf(issue.body, 'next')).toBe('level `lead` is told at <moment>, unless somebody writes `/ack`')
    expect(partOf(issue.body, 'Where it began').map((line) => line.replace(/\(\[.*/, ''))).toEqual([
      '- First bad run: `<sha>` ',
      '- Last good run: `<sha>` ',
      '- 1 commit in between, by `ada`, the newest first:',
      '- `<sha>` [Push 5](https://github.com/octo-org/example/commit/<sha>) by `ada`',
    ])
    expect(lastRemark()).toBe(
      'Level `on call` is told now: @ada.\n\nIt is **critical**. Write `/ack` if you take it. Otherwise level `lead` is told at <moment>.',
    )
    expect(pagedOf(stage)).toEqual(['trigger'])

    await says(stage, 'grace', 'I look at it.\r\n\r\n/ack\r\n')
    expect(issue.labels).toContain('acknowledged')
    expect(factOf(issue.body, 'acknowledged')).toBe('by `grace` at <moment>, which holds until <moment>')
    expect(lastRemark()).toBe('Acknowledged by `grace` (<moment>). That holds until <moment>.')
    expect(pagedOf(stage)).toEqual(['trigger', 'acknowledge'])

    pass(stage, 9)
    await sweep(stage)
    expect(issue.labels).not.toContain('acknowledged')
    expect(issue.assignees).toEqual(['ada', 'grace'])
    expect(lastRemark()).toBe(
      'The acknowledgement of `grace` expired, so the escalation goes on (<moment>).\n\nLevel `lead` is told now: @grace.\n\nIt is **critical**. Write `/ack` if you take it. Otherwise level `on call` is told at <moment>.',
    )

    await says(stage, 'grace', '/silence 2h deploying the fix')
    expect(factOf(issue.body, 'state')).toBe('open, 1 bad run in a row, silenced until <moment>')
    expect(factOf(issue.body, 'next')).toBe('silent until <moment>, then level `on call` is told')
    pass(stage, 1)
    const count = remarks().length
    await sweep(stage)
    expect(remarks()).toHaveLength(count)

    await says(stage, 'ada', '/escalate')
    expect(lastRemark()).toContain('Next level asked for by `ada`')
    expect(lastRemark()).toContain('Level `on call` is told now: @ada.')
    expect(pagedOf(stage)).toEqual(['trigger', 'acknowledge'])

    await push(stage, SECURITY_PASSES)
    expect(issue.state).toBe('open')
    expect(factOf(issue.body, 'state')).toContain('open, 1 green run in a row')
    await push(stage, SECURITY_PASSES)
    expect(issue).toMatchObject({ state: 'closed', stateReason: 'completed' })
    expect(pagedOf(stage)).toEqual(['trigger', 'acknowledge', 'resolve'])
    expect(partOf(issue.body, 'How it ended')).toEqual([
      '- Green again at <moment>.',
      '- Mended by `<sha>` [Push 6](https://github.com/octo-org/example/commit/<sha>) by `ada`.',
      '- Acknowledged after less than a minute.',
      '- Recovered after 10 h.',
    ])
    expect(partOf(issue.body, 'Immediate actions')).toEqual([
      '- [x] Issue opened',
      '- [x] Told: on call',
      '- [x] Service told: pager',
      '- [ ] Merging stopped',
      '- [x] Somebody has it in hand',
    ])
    expect(steady(issue.body ?? '')).toContain(
      '- **Summary**: workflow `CI` on `main` was broken from <moment> to <moment> (10 h), critical.',
    )
    expect(lastRemark()).toBe(
      'Resolved: it is green again (<moment>). Mended by `<sha>` [Push 6](https://github.com/octo-org/example/commit/<sha>) by `ada`. Acknowledged after less than a minute. Recovered after 10 h.',
    )
    expect(timeline()).toEqual([
      '- <moment>: opened as critical',
      '- <moment>: level `on call` was told: `ada`',
      '- <moment>: acknowledged by `grace`',
      '- <moment>: the acknowledgement of `grace` expired, so the escalation goes on',
      '- <moment>: level `lead` was told: `grace`',
      '- <moment>: silenced by `grace` until <moment>: deploying the fix',
      '- <moment>: next level asked for by `ada`',
      '- <moment>: level `on call` was told: `ada`',
      '- <moment>: resolved: it is green again',
    ])
    expect(timeline()).toHaveLength(9)

    const before = { writes: writesOf(stage), paged: pagedOf(stage).length }
    await push(stage, SECURITY_PASSES)
    expect({ writes: writesOf(stage), paged: pagedOf(stage).length }).toEqual(before)
  })
})

describe('the whole life of a high incident', () => {
  test('has more turns', async () => {
    await push(stage, INTEGRATION_FAILS)
    expect(issuesOf(stage.scenario.repository)).toEqual([])
    await push(stage, INTEGRATION_FAILS)
    const issue = onlyIssue(stage)
    expect(issue.title).toBe('[high] api_of_refunds fails (CI on main)')
    expect(issue.body).toMatch(/\| incident \| INC-\d{8}-\d{6} \|/)

    await does(stage, 'ada', { kind: 'labels', label: 'acknowledged' })
    expect(factOf(issue.body, 'state')).toBe('acknowledged, 2 bad runs in a row')
    await does(stage, 'ada', { kind: 'unlabels', label: 'acknowledged' })
    expect(factOf(issue.body, 'state')).toBe('open, 2 bad runs in a row')
    expect(lastRemark()).toBe('Given back by `ada`, so the escalation goes on (<moment>).')

    await push(stage, WORSE)
    expect(issue.title).toBe('[critical] api_of_refunds fails (CI on main)')
    expect(issue.labels).toEqual(['testwarden', 'incident', 'critical'])
    expect(issue.body).toMatch(/\| incident \| EMRG-\d{8}-\d{6} \|/)
    expect(pagedOf(stage)).toEqual(['trigger', 'acknowledge', 'trigger'])

    // A timeline goes by minutes.
    pass(stage, 1)
    await does(stage, 'grace', { kind: 'closes' })
    expect(lastRemark()).toContain('Resolved by `grace` (<moment>).')
    expect(pagedOf(stage).at(-1)).toBe('resolve')
    expect(partOf(issue.body, 'How it ended')).toContain('- Resolved by `grace` at <moment>.')

    await does(stage, 'grace', { kind: 'reopens' })
    expect(factOf(issue.body, 'state')).toContain('open')
    expect(lastRemark()).toContain('Reopened by `grace`')
    expect(lastRemark()).toContain('Level `on call` is told now: @ada.')
    expect(pagedOf(stage).at(-1)).toBe('trigger')
    expect(partOf(issue.body, 'How it ended')).toEqual([])

    await push(stage, API_PASSES)
    await push(stage, API_PASSES)
    expect(issue.state).toBe('closed')

    pass(stage, 24)
    await push(stage, INTEGRATION_FAILS)
    expect(issue.state).toBe('closed')
    await push(stage, INTEGRATION_FAILS)
    expect(issue).toMatchObject({ state: 'open', labels: ['testwarden', 'incident', 'high'] })
    expect(lastRemark()).toContain('Reopened: it fails again')
    expect(onlyIssue(stage)).toBe(issue)
    await push(stage, API_PASSES)
    await push(stage, API_PASSES)
    expect(issue.state).toBe('closed')
    expect(timeline()).toEqual([
      '- <moment>: opened as high',
      '- <moment>: level `on call` was told: `ada`',
      '- <moment>: acknowledged by `ada`',
      '- <moment>: given back by `ada`, so the escalation goes on',
      '- <moment>: worse: high became critical',
      '- <moment>: resolved by `grace`',
      '- <moment>: reopened by `grace`',
      '- <moment>: level `on call` was told: `ada`',
      '- <moment>: resolved: it is green again',
      '- <moment>: reopened: it fails again',
      '- <moment>: level `on call` was told: `ada`',
      '- <moment>: resolved: it is green again',
    ])

    pass(stage, 24 * 9)
    await push(stage, INTEGRATION_FAILS)
    await push(stage, INTEGRATION_FAILS)
    const [, next] = issuesOf(stage.scenario.repository)
    expect(issue.state).toBe('closed')
    expect(next).toMatchObject({ state: 'open', title: '[high] api_of_refunds fails (CI on main)' })
    expect(factOf(next?.body ?? '', 'earlier')).toBe(
      `the same trouble was in [issue ${issue.number}](https://github.com/octo-org/example/issues/${issue.number})`,
    )
    expect(alertsOf(stage)).toEqual(['triggered'])
  })
})

describe('an incident whose end the pager did not hear of', () => {
  test('is ended there by the next run, and its page stays', async () => {
    await push(stage, SECURITY_FAILS)
    await push(stage, SECURITY_PASSES)
    stage.pager.faults.push(...Array.from({ length: 10 }, () => ({ status: 400, text: '{}' })))
    await push(stage, SECURITY_PASSES)
    const issue = onlyIssue(stage)
    expect(issue.state).toBe('closed')
    const { body } = issue
    expect(partOf(body, 'How it ended')).toHaveLength(4)
    expect(alertsOf(stage)).toEqual(['triggered'])
    stage.pager.faults.length = 0
    await sweep(stage)
    expect(alertsOf(stage)).toEqual(['resolved'])
    expect(partOf(issue.body, 'How it ended')).toEqual(partOf(body, 'How it ended'))
    expect(issue.body).toContain('Draft of a post-mortem')
    const before = stage.pager.requests.length
    await sweep(stage)
    expect(stage.pager.requests).toHaveLength(before)
  })
})
