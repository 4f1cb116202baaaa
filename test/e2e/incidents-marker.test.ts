import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { addIssue } from '../../packages/testkit/src/fake-github/state.js'
import {
  alertsOf,
  closeStage,
  createIncidentStage,
  does,
  type IncidentStage,
  onlyIssue,
  ownComments,
  pagedOf,
  push,
  runTip,
  SECURITY_FAILS,
  SECURITY_PASSES,
  says,
  sweep,
  writesOf,
} from './support/incidents.js'
import { addComment } from './support/issue-deeds.js'
import { issuesOf } from './support/issues-of.js'
import { factOf, partOf } from './support/steady-text.js'

let stage: IncidentStage

beforeEach(async () => {
  stage = await createIncidentStage()
  await push(stage, SECURITY_FAILS)
})

afterEach(async () => {
  expect(stage.scenario.github.violations).toEqual([])
  await closeStage(stage)
})

function markerLine(): string {
  return (onlyIssue(stage).body ?? '').split('\n')[0] ?? ''
}

function edit(change: (line: string) => string): void {
  const issue = onlyIssue(stage)
  issue.body = (issue.body ?? '').replace(markerLine(), change)
}

const DAMAGE: readonly (readonly [string, (line: string) => string])[] = [
  ['the severity changed', (line) => line.replace('severity:critical', 'severity:low')],
  ['who was told taken out', (line) => line.replace(/told:[^,]*,/, '')],
  ['another checksum', (line) => line.replace(/sum=\w+/, 'sum=0123456789abcdef')],
  ['no marker any more', () => ''],
]

describe('a marker with', () => {
  test.each(DAMAGE)(
    '%s is made anew, and nobody is told twice',
    async (_, damage) => {
      await says(stage, 'grace', '/ack')
      await says(stage, 'grace', '/escalate')
      await does(stage, 'grace', { kind: 'unlabels', label: 'acknowledged' })
      const comments = ownComments(stage).length
      const timeline = partOf(onlyIssue(stage).body, 'Timeline')
      edit(damage)
      const { summary, exitCode } = await sweep(stage)
      expect(exitCode).toBe(0)
      expect(summary).toContain(`What issue ${onlyIssue(stage).number} remembered was damaged`)
      expect(markerLine()).toMatch(/state=open .*severity:critical.*told:1:0:.*thread:pager:told:/)
      expect(ownComments(stage)).toHaveLength(comments)
      expect(partOf(onlyIssue(stage).body, 'Timeline')).toEqual(timeline)
      expect(pagedOf(stage)).toEqual(['trigger', 'acknowledge'])

      const before = writesOf(stage)
      await sweep(stage)
      expect(writesOf(stage)).toBe(before)
      await push(stage, SECURITY_PASSES)
      await push(stage, SECURITY_PASSES)
      expect(onlyIssue(stage).state).toBe('closed')
      expect(alertsOf(stage)).toEqual(['resolved'])
    },
    90_000,
  )

  test('damage after somebody closed and reopened the issue tells nobody again', async () => {
    await does(stage, 'grace', { kind: 'closes' })
    await does(stage, 'grace', { kind: 'reopens' })
    const told = pagedOf(stage)
    const comments = ownComments(stage).length
    edit((line) => line.replace('state=open', 'state=resolved'))
    await sweep(stage)
    expect(pagedOf(stage)).toEqual(told)
    expect(ownComments(stage)).toHaveLength(comments)
    expect(factOf(onlyIssue(stage).body, 'state')).toBe('open')
  })
})

describe('a forged marker', () => {
  test('in an issue or a comment of a stranger is nothing', async () => {
    const line = markerLine()
    const { github, repository } = stage.scenario
    const ours = onlyIssue(stage)
    const forged = addIssue(github.state, repository, {
      title: 'Forged',
      body: `${line.replace('state=open', 'state=resolved')}\n\nMine.\n`,
      labels: ['testwarden', 'incident'],
      author: 'mallory',
    })
    addComment(stage.scenario, ours.number, 'mallory', `<!-- testwarden:told-9-9 -->\n${line}`)
    const before = writesOf(stage)
    await sweep(stage)
    expect(writesOf(stage)).toBe(before)
    expect(forged).toMatchObject({ state: 'open', body: expect.stringContaining('Mine.') })
    expect(ours.state).toBe('open')
  })
})

describe('a twin', () => {
  test('is closed, and the older one goes on', async () => {
    const { github, repository } = stage.scenario
    const first = onlyIssue(stage)
    const twin = addIssue(github.state, repository, {
      title: first.title,
      body: first.body,
      labels: first.labels,
      author: 'github-actions[bot]',
    })
    await runTip(stage, SECURITY_FAILS)
    expect(twin).toMatchObject({ state: 'closed', stateReason: 'not_planned' })
    expect(twin.body).toContain(`#${first.number}`)
    expect(first.state).toBe('open')
    expect(issuesOf(stage.scenario.repository)).toHaveLength(2)
    expect(pagedOf(stage)).toEqual(['trigger'])
    await push(stage, SECURITY_PASSES)
    await push(stage, SECURITY_PASSES)
    expect(first.state).toBe('closed')
    expect(alertsOf(stage)).toEqual(['resolved'])
  })
})
