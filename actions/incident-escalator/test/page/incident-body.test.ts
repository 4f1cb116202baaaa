import { describe, expect, it } from '@jest/globals'
import { incidentMarkdown } from '../../src/page/incident-body.js'
import { incidentOf, later, runAt, storyOf, textOf, troubleOf } from './kit.js'
import { ACKNOWLEDGED, bodyAfter, ESCALATED, OPENED_BODY, RESOLVED, regionsOf } from './life.js'

const COMMITS = 'https://github.example/acme/shop/commit'
const RUNS = 'https://github.example/acme/shop/actions/runs'

const BEGAN = `### Where it began

- First bad run: \`bbbbbbbbbb\` ([2026-11-22 10:30 UTC](${COMMITS}/${'b'.repeat(40)})), [run 4710](${RUNS}/4710)
- Last good run: \`aaaaaaaaaa\` ([2026-11-22 09:12 UTC](${COMMITS}/${'a'.repeat(40)})), [run 4700](${RUNS}/4700)
- 2 commits in between, by \`hubot\`, \`octocat\`, the newest first:
- \`bbbbbbbbbb\` [Log in by token (#&#8203;12)](${COMMITS}/${'b'.repeat(40)}) by \`octocat\`
- \`cccccccccc\` [Raise the pool size](${COMMITS}/${'c'.repeat(40)}) by \`hubot\``

const ACTIONS = `### Immediate actions

- [x] The line is stopped: nothing but the fix is merged.
- [ ] Tell chat`

const DETAILS = `### What is wrong

tests/test_login.py › test_login and another test fail: 2 tests of the kind \`security\` failed.

### Affected tests

| test | place | owner | what it said |
|---|---|---|---|
| \`tests/test_login.py › test_login\` | [\`tests/test_login.py:41\`](https://github.example/acme/shop/blob/${'t'.repeat(40)}/tests/test_login.py#L41) | \`@acme/identity\` | \`psycopg2.OperationalError: connection to server failed\` |
| \`tests/test_login.py › test_logout\` |  |  | \`psycopg2.OperationalError: connection to server failed\` |

### Database session

Priority medium, usually 45 minutes of work. See whether the server runs, and whether \`max_connections\` is reached. Known by: \`psycopg2.OperationalError: connection to server failed\`

### Recommended

- Read the log of the first bad run.
- Review the recent changes.
- Check the environment: machine image, services, secrets, versions of tools.
- Let the security team judge whether anything leaked or stands open.
- Merge nothing but the fix before it is green again.

### Next steps

- [ ] Assess: read what the tests said, and find out whether users are hit as well.
- [ ] Cause: look through the commits between the last good and the first bad run.
- [ ] Fix: revert the commit that did it, or mend it where that is quicker.
- [ ] Validate: run what failed again, locally and on the branch.
- [ ] Restore: see that runs are green again, tell those who waited, and undo what was only for now.

### Contacts

- Owners of the failing tests: \`@acme/identity\`
- Authors of the commits in between: \`hubot\`, \`octocat\`

### Links

- Last seen in [run 4711](${RUNS}/4711)
- The same check locally: \`npx testwarden check incidents\`

---

Commands, in a comment and at the beginning of a line: \`/ack\` to take it, \`/resolve\` to end it, \`/silence 2h reason\` to keep it quiet, \`/escalate\` to tell the next level now. Each run writes this text anew, so remarks belong into comments; the timeline and ticked steps stay.

Key: inc-0123456789abcdef0123456789abcdef`

const FIRST_TURNS = `### Timeline

- 2026-11-22 10:35 UTC: opened as critical
- 2026-11-22 10:35 UTC: level \`developer\` was told: \`octocat\`, \`chat\``

describe('the text of a critical incident', () => {
  it('says all that is known when it is opened', () => {
    expect(OPENED_BODY).toBe(`| incident | EMRG-20261122-103500 |
|---|---|
| severity | critical: 2 tests of the kind \`security\` failed |
| state | open, 2 bad runs in a row |
| where | workflow \`ci\` on \`main\` |
| detected | 2026-11-22 10:35 UTC |
| acknowledged | by nobody |
| told | level \`developer\` at 2026-11-22 10:35 UTC: \`octocat\`, \`chat\` |
| next | level \`lead\` is told at 2026-11-22 10:50 UTC, unless somebody writes \`/ack\` |
| guarantee | Nothing under an hour is promised. |

${BEGAN}

${ACTIONS}

<!-- testwarden:timeline -->

${FIRST_TURNS}

<!-- testwarden:details -->

${DETAILS}`)
  })

  it('keeps what only an earlier run could see when it is acknowledged', () => {
    expect(regionsOf(bodyAfter(ACKNOWLEDGED))).toEqual([
      `| incident | EMRG-20261122-103500 |
|---|---|
| severity | critical: 2 tests of the kind \`security\` failed |
| state | acknowledged, 2 bad runs in a row |
| where | workflow \`ci\` on \`main\` |
| detected | 2026-11-22 10:35 UTC |
| acknowledged | by \`octocat\` at 2026-11-22 10:40 UTC, which holds until 2026-11-22 18:40 UTC |
| told | level \`developer\` at 2026-11-22 10:35 UTC: \`octocat\`, \`chat\` |
| next | acknowledged until 2026-11-22 18:40 UTC; still open then, level \`lead\` is told |
| guarantee | Nothing under an hour is promised. |

${BEGAN}

${ACTIONS}`,
      `${FIRST_TURNS}
- 2026-11-22 10:40 UTC: acknowledged by \`octocat\``,
      DETAILS,
    ])
  })

  it('names who was told when it is escalated, and notifies nobody by that', () => {
    const [status, timeline] = regionsOf(bodyAfter(ACKNOWLEDGED, ESCALATED))
    expect(status).toBe(`| incident | EMRG-20261122-103500 |
|---|---|
| severity | critical: 2 tests of the kind \`security\` failed |
| state | open, 2 bad runs in a row |
| where | workflow \`ci\` on \`main\` |
| detected | 2026-11-22 10:35 UTC |
| acknowledged | by nobody |
| told | level \`lead\` at 2026-11-22 18:41 UTC: \`boss\`, \`acme/leads\` |
| next | level \`security\` is told at 2026-11-22 18:56 UTC, unless somebody writes \`/ack\` |
| guarantee | Nothing under an hour is promised. |

${BEGAN}

${ACTIONS}

### Of the escalation

- boss stands in for chief.`)
    expect(timeline).toBe(`${FIRST_TURNS}
- 2026-11-22 10:40 UTC: acknowledged by \`octocat\`
- 2026-11-22 18:41 UTC: the acknowledgement of \`octocat\` expired, so the escalation goes on
- 2026-11-22 18:41 UTC: level \`lead\` was told: \`boss\`, \`acme/leads\``)
  })

  it('says how it ended and drafts the post-mortem when it is resolved', () => {
    const fix = `\`dddddddddd\` [Revert "Log in by token"](${COMMITS}/${'d'.repeat(40)}) by \`hubot\``
    const [status, timeline = '', details] = regionsOf(bodyAfter(ACKNOWLEDGED, ESCALATED, RESOLVED))
    expect(status).toBe(`| incident | EMRG-20261122-103500 |
|---|---|
| severity | critical: 2 tests of the kind \`security\` failed |
| state | resolved at 2026-11-22 20:35 UTC |
| where | workflow \`ci\` on \`main\` |
| detected | 2026-11-22 10:35 UTC |
| told | level \`lead\` at 2026-11-22 18:41 UTC: \`boss\`, \`acme/leads\` |

### How it ended

- Green again at 2026-11-22 20:35 UTC.
- One of 3 commits may have mended it, the last is ${fix}.
- Acknowledged after 5 min.
- Recovered after 10 h.

${BEGAN}

${ACTIONS}

<details><summary>Draft of a post-mortem</summary>

Copy it to where it is to stay and fill in the blanks: this text may be written anew.

- **Summary**: workflow \`ci\` on \`main\` was broken from 2026-11-22 10:35 UTC to 2026-11-22 20:35 UTC (10 h), critical.
- **Impact**: whom did it hold up, and for how long? …
- **Timeline**: see the turns below. Acknowledged after 5 min. Recovered after 10 h.
- **End**: One of 3 commits may have mended it, the last is ${fix}.
- **Cause**: what did it, and why could it happen? …
- **What went well**: …
- **What went badly**: …
- **Follow-up**: what? … who? … until when? …
- **Follow-up**: what? … who? … until when? …

</details>`)
    expect(timeline.split('\n').at(-1)).toBe('- 2026-11-22 20:35 UTC: resolved: it is green again')
    expect(details).toBe(DETAILS)
  })
})

describe('what a later run writes', () => {
  it('keeps a ticked step, even where it sees the trouble and writes the details anew', () => {
    const text = OPENED_BODY.replace('- [ ] Cause:', '* [X] Cause:').replaceAll('\n', '\r\n')
    const next = incidentMarkdown(textOf({ text }))
    expect(next).toBe(OPENED_BODY.replace('- [ ] Cause:', '- [x] Cause:'))
  })

  it('does not tick an immediate action because somebody else did: what was done is known', () => {
    const text = OPENED_BODY.replace('- [ ] Tell chat', '- [x] Tell chat')
    expect(incidentMarkdown(textOf({ text }))).toBe(OPENED_BODY)
  })

  it('says how severe the trouble is now, where it was worse', () => {
    const trouble = troubleOf({ severity: 'low', because: { kind: 'any-failure', failed: 1, total: 200 } })
    expect(incidentMarkdown(textOf({ story: storyOf({ trouble }) }))).toContain(
      '| severity | critical, the worst so far. Now low: 1 of 200 tests failed |',
    )
  })

  it('forgets the cause and the beginning of the time before, where it is reopened', () => {
    const story = { ...ESCALATED.story, incident: incidentOf({ openedAt: later(700) }) }
    const transitions = [{ kind: 'reopened', at: later(700), by: 'octocat' }] as const
    const text = bodyAfter(RESOLVED)
    const [status] = regionsOf(incidentMarkdown(textOf({ story, transitions, text, run: runAt(later(700)) })))
    expect(status).toContain('| severity | critical |')
    expect(status).not.toContain('Where it began')
  })

  it('writes its steps and its key where nobody knows anything', () => {
    const story = { ...ACKNOWLEDGED.story, escalation: { ...ACKNOWLEDGED.story.escalation, told: null } }
    const body = incidentMarkdown(textOf({ story, transitions: [] }))
    expect(body).toContain('| told | nobody yet |')
    expect(body).toContain('- [ ] Assess: find out what is broken, and who is hit by it.')
    expect(body).toContain('\nKey: inc-0123456789abcdef0123456789abcdef')
  })
})
