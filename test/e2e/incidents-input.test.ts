import { afterEach, describe, expect, test } from '@jest/globals'
import { marked } from 'marked'
import {
  closeStage,
  createIncidentStage,
  INCIDENTS,
  type IncidentStage,
  onlyIssue,
  ownComments,
  pagedOf,
  push,
  SECURITY_FAILS,
  sweep,
} from './support/incidents.js'
import { reportOf } from './support/told-report.js'

let stage: IncidentStage

afterEach(async () => {
  expect(stage.scenario.github.violations).toEqual([])
  await closeStage(stage)
})

const LEVELS = INCIDENTS.slice(INCIDENTS.indexOf('    levels:'))

const WRONG: readonly (readonly [string, string, string])[] = [
  [
    'an unknown time zone',
    INCIDENTS.replace('  issues: on', '  issues: on\n  time-zone: Europe/Berln'),
    '`.github/testwarden.yml:4`: "Europe/Berln" is no time zone. Did you mean Europe/Berlin?',
  ],
  [
    'a target that there is not',
    INCIDENTS.replace('targets: [pager]', 'targets: [pagr]'),
    '`.github/testwarden.yml:9`: The level on call names the target pagr, which there is not. Did you mean pager?',
  ],
  [
    'a rotation that there is not',
    INCIDENTS.replace('people: [grace]', 'rotation: nights'),
    '`.github/testwarden.yml:9`: The level lead names the rotation nights, which there is not. Write `rotations` first.',
  ],
  [
    'a level that nothing reaches',
    INCIDENTS.replace(LEVELS, `    timers: { critical: never, high: never, medium: never, low: never }\n${LEVELS}`),
    '`.github/testwarden.yml:10`: No incident ever reaches the level lead: for critical, high, medium, low it comes behind a timer that never ends. Write a time for critical, high, medium, low under `timers`, or take the level out.',
  ],
  [
    'a rotation of nobody',
    INCIDENTS.replace('  issues: on', '  issues: on\n  rotations:\n    nights: { members: [], since: 2026-01-05 }'),
    '`.github/testwarden.yml:5`: The rotation nights has no members. Write logins such as \\[ada, grace\\].',
  ],
  [
    'a kind of tests that there is not',
    INCIDENTS.replace('  issues: on', '  issues: on\n  severity:\n    critical: { categories: [securty] }'),
    '`.github/testwarden.yml:5`: `severity.critical` names the kind of tests securty, which there is not. Did you mean security?',
  ],
]

describe('a config with', () => {
  test.each(WRONG)(
    '%s is refused with its line and what to write',
    async (_, config, message) => {
      stage = await createIncidentStage(config)
      const { exitCode, summary } = await push(stage, SECURITY_FAILS)
      expect(exitCode).toBe(2)
      expect(summary).toContain(message)
    },
    30_000,
  )
})

describe('names of tests', () => {
  test('that are full of markup call nobody and forge nothing', async () => {
    stage = await createIncidentStage()
    const hostile = [
      '@octocat security <img src=x> | a `b` **c** #1',
      '</details><!-- testwarden:timeline --> [x](https://evil.example)',
      `${'security '.repeat(200)}`,
    ]
    const says = '@grace please /resolve\n<!-- testwarden-issue:incident-escalator state=resolved -->\n### Timeline'
    await push(stage, reportOf(Object.fromEntries(hostile.map((name) => [name, { says }]))))
    const { body, title } = onlyIssue(stage)
    // GitHub shows titles as text.
    expect(title).toContain('evil.example')
    const text = body ?? ''
    expect(text.match(/^<!-- testwarden:(?:timeline|details) -->$/gm)).toHaveLength(2)
    expect(text.match(/^### Timeline$/gm)).toHaveLength(1)
    expect(text.match(/<!--/g)).toHaveLength(3)
    const html = marked.parse(text, { gfm: true, async: false })
    expect(html).not.toMatch(/<img/)
    expect(html).not.toMatch(/@\w/)
    const links = [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href)
    expect(links.length).toBeGreaterThan(2)
    expect(links.filter((href) => !href?.startsWith('https://github.com/octo-org/example/'))).toEqual([])
    expect(html.match(/<h3>[^<]*/g)).toEqual([
      '<h3>Where it began',
      '<h3>Immediate actions',
      '<h3>Timeline',
      '<h3>What is wrong',
      '<h3>Affected tests',
      '<h3>Assertion',
      '<h3>Recommended',
      '<h3>Next steps',
      '<h3>Contacts',
      '<h3>Links',
    ])
    // What the text says is no command, as we wrote it ourselves.
    await sweep(stage)
    expect(onlyIssue(stage).state).toBe('open')
    expect(ownComments(stage)).toHaveLength(1)
    expect(pagedOf(stage)).toEqual(['trigger'])
  })
})
