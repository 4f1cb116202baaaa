import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  closeStage,
  createIncidentStage,
  does,
  type IncidentStage,
  newestIssue,
  onlyIssue,
  ownComments,
  pagedOf,
  push,
  SECURITY_FAILS,
  says,
  sweep,
  writesOf,
} from './support/incidents.js'
import { addComment } from './support/issue-deeds.js'
import { factOf, steady } from './support/steady-text.js'

let stage: IncidentStage

beforeEach(async () => {
  stage = await createIncidentStage()
  stage.scenario.repository.collaborators.set('reader', 'read')
  stage.scenario.repository.collaborators.set('tria', 'triage')
  await push(stage, SECURITY_FAILS)
})

afterEach(async () => {
  expect(stage.scenario.github.violations).toEqual([])
  await closeStage(stage)
})

function stateOf(): string | null {
  return factOf(newestIssue(stage).body, 'state')
}

describe('whoever may not write', () => {
  test('changes nothing by commands, and is told of on the page of the run', async () => {
    const before = { body: onlyIssue(stage).body, writes: writesOf(stage) }
    for (const [login, command] of [
      ['reader', '/resolve'],
      ['mallory', '/ack\n/silence 2h quiet'],
      ['tria', '/escalate'],
    ] as const) {
      const { summary } = await says(stage, login, command)
      expect(summary).toContain(`What \`${login}\` asked for counts for nothing: no write access.`)
    }
    expect({ body: onlyIssue(stage).body, writes: writesOf(stage) }).toEqual(before)
    expect(onlyIssue(stage).state).toBe('open')
    expect(pagedOf(stage)).toEqual(['trigger'])
  })

  test('ends an incident all the same where GitHub lets them close the issue', async () => {
    await does(stage, 'tria', { kind: 'closes' })
    expect(onlyIssue(stage).state).toBe('closed')
    expect(pagedOf(stage)).toEqual(['trigger', 'resolve'])
    expect(steady(ownComments(stage).at(-1)?.body ?? '')).toContain('Resolved by `tria`')
    const before = writesOf(stage)
    await sweep(stage)
    expect(writesOf(stage)).toBe(before)
  })
})

describe('whoever may write', () => {
  test('acknowledges by taking the issue, or giving it to somebody', async () => {
    await does(stage, 'grace', { kind: 'assigns', assignee: 'grace' })
    expect(stateOf()).toBe('acknowledged, 1 bad run in a row')
    expect(onlyIssue(stage).labels).toContain('acknowledged')
    expect(factOf(onlyIssue(stage).body, 'acknowledged')).toMatch(/^by `grace` at/)
  })

  test('says nothing by a comment that was changed, quoted or in a block of code', async () => {
    const comment = addComment(stage.scenario, onlyIssue(stage).number, 'ada', '/resolve')
    comment.updatedAt = new Date(Date.parse(comment.createdAt) + 60_000).toISOString().replace('.000Z', 'Z')
    const before = writesOf(stage)
    await says(stage, 'ada', '> /resolve\n\nNo.\n\n```\n/resolve\n```\n    /ack\nUse `/ack` or:  /ack')
    expect(stateOf()).toBe('open, 1 bad run in a row')
    expect(writesOf(stage)).toBe(before)
  })

  test('is answered once when nobody understands it', async () => {
    await says(stage, 'ada', '/silence forever')
    expect(steady(ownComments(stage).at(-1)?.body ?? '')).toBe(
      '- `/silence forever` is not understood: say for how long and why, such as `/silence 2h deploying the fix`.',
    )
    const before = { writes: writesOf(stage), comments: ownComments(stage).length }
    const { log } = await sweep(stage)
    await says(stage, 'reader', '/silence forever')
    expect({ writes: writesOf(stage), comments: ownComments(stage).length }).toEqual(before)
    expect(log.join('\n')).not.toContain('not understood')
    await says(stage, 'ada', '/silence 30d never again\n/silence 2h\n/ACK')
    expect(steady(ownComments(stage).at(-1)?.body ?? '')).toBe(
      [
        '- `/silence 30d never again` is not understood: at most 7 days at once, so that nothing is silent for ever.',
        '- `/silence 2h` is not understood: say why, such as `/silence 2h deploying the fix`.',
      ].join('\n'),
    )
    expect(stateOf()).toContain('acknowledged')
  })
})
