import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Finding } from '../../src/model/finding.js'
import type { Section } from '../../src/model/page.js'
import { type PublicationInput, publish, publishSummary } from '../../src/render/publication.js'
import { utf8Length } from '../../src/render/utf8.js'
import { hostileText } from './hostile.js'
import { code, gate, PICTURE, reason } from './picture.js'

const warn = { outcome: 'warn' as const, headline: 'h', reasons: [reason({ outcome: 'warn' })] }

function findings(count: number, over: Partial<Finding> = {}): Finding[] {
  return [...Array(count).keys()].map((index) => ({
    ruleId: 'patch-line-rate',
    level: 'warning',
    title: `t${index}`,
    message: 'm',
    location: { path: 'src/a.ts', startLine: index + 1, endLine: index + 1 },
    dedupKey: `k${index}`,
    ...over,
  }))
}

function step(over: Partial<PublicationInput>): PublicationInput {
  return { ...PICTURE, ...over }
}

function bigTable(rows: number): Section {
  return {
    kind: 'table',
    heading: 'Files with gaps',
    columns: [{ title: 'file', align: 'left' }],
    rows: [...Array(rows).keys()].map((index) => [[code(`src/folder/with/a/long/name/file-${index}.ts`), ' ünïcode']]),
  }
}

describe('limits of GitHub', () => {
  const huge = publish(step({ gates: [gate({ verdict: warn, sections: [bigTable(40_000)] })] }))

  test('a page of forty thousand rows fits everywhere', () => {
    expect(utf8Length(huge.summary)).toBeLessThan(1_048_576)
    expect(huge.comment.length).toBeLessThanOrEqual(60_000)
    expect(utf8Length(huge.check.text)).toBeLessThanOrEqual(65_535)
  })

  test('what was left out is said, and where the rest is', () => {
    expect(huge.comment).toMatch(/… and [\d,]+ more/)
    expect(huge.comment).toMatch(
      /Left out, as GitHub limits the length: [\d,]+ rows\. The rest is in \[the job summary\]\(https:\/\/github\.example\/acme\/shop\/actions\/runs\/4711\)\./,
    )
    expect(huge.summary).toContain('The evidence file holds all of it')
  })

  test('the foot of the page is always there', () => {
    for (const text of [huge.comment, huge.summary])
      expect(text).toContain('Same verdict locally: `npx testwarden@1.4.2')
  })

  test('hold for a policy line and a command of nothing but characters that need much escaping', () => {
    const published = publish(step({ policy: '$'.repeat(100_000), localCommand: '|'.repeat(100_000) }))
    expect(published.comment.length).toBeLessThanOrEqual(60_000)
    expect(utf8Length(published.check.summary)).toBeLessThanOrEqual(65_535)
  })

  test('hold for any texts in any place', () => {
    const long = fc.tuple(hostileText, fc.constantFrom(1, 100, 5000)).map(([text, times]) => text.repeat(times))
    fc.assert(
      fc.property(long, long, long, long, (one, two, three, four) => {
        const published = publish(
          step({
            policy: ['Policy ', one],
            localCommand: two,
            notes: [three],
            gates: [
              gate({
                title: four,
                verdict: { outcome: 'fail', headline: one, reasons: [] },
                sections: [
                  { kind: 'text', role: 'problem', heading: two, text: three },
                  { kind: 'details', summary: four, sections: [{ kind: 'text', text: one }] },
                ],
                findings: findings(1, { title: two, message: three }),
              }),
            ],
          }),
        )
        expect(utf8Length(published.summary)).toBeLessThan(1_048_576)
        expect(published.comment.length).toBeLessThan(65_536)
        expect(utf8Length(published.check.summary)).toBeLessThanOrEqual(65_535)
        expect(utf8Length(published.check.text)).toBeLessThanOrEqual(65_535)
        expect(published.title.length).toBeLessThanOrEqual(255)
        expect(published.comment.split('<!--').length).toBe(2)
      }),
      { numRuns: 40 },
    )
  })
})

describe('annotations', () => {
  const published = publish(
    step({
      gates: [
        gate({ verdict: warn, findings: findings(230) }),
        gate({
          gate: 'perf',
          verdict: warn,
          findings: findings(1, { title: 'slower', level: 'error', location: null }),
        }),
      ],
    }),
  )

  test('ten of a level are shown by the step, and the summary says how many are not', () => {
    expect(published.annotations).toHaveLength(11)
    expect(published.annotations[0]?.title).toBe('slower')
    expect(published.annotationsHeldBack).toEqual({ error: 0, warning: 220, notice: 0 })
    expect(published.summary).toContain('Not annotated, as GitHub shows 10 of each level per step: 220 warnings.')
  })

  test('the summary does not speak of ten where a check run shows them all', () => {
    const input = step({ gates: [gate({ verdict: warn, findings: findings(230) })] })
    expect(publishSummary(input, { annotatedBy: 'step', unpublished: [] })).toContain('220 warnings')
    expect(publishSummary(input, { annotatedBy: 'check-run', unpublished: [] })).not.toContain('Not annotated')
    const beyond = step({ gates: [gate({ verdict: warn, findings: findings(612) })] })
    expect(publishSummary(beyond, { annotatedBy: 'check-run', unpublished: [] })).toContain('112 findings')
  })

  test('findings without a place keep their ten where a check run shows the others', () => {
    const unplaced = findings(12, { level: 'error', title: 'whole', location: null })
    const input = step({
      gates: [gate({ verdict: warn, findings: [...findings(30, { level: 'error' }), ...unplaced] })],
    })
    expect(publish(input).annotations.every(({ path }) => path !== null)).toBe(true)
    expect(publish(input).unplacedAnnotations.map(({ title }) => title)).toEqual(Array(10).fill('whole'))
    expect(publishSummary(input, { annotatedBy: 'check-run', unpublished: [] })).toContain('per step: 2 errors.')
  })

  test('a check run gets them in batches of fifty, those with a place only', () => {
    expect(published.check.annotationBatches.map((batch) => batch.length)).toEqual([50, 50, 50, 50, 30])
  })

  test('too many batches are cut, and that is said', () => {
    const many = publish(step({ gates: [gate({ verdict: warn, findings: findings(612) })] }))
    expect(many.check.annotationBatches).toHaveLength(10)
    expect(many.check.summary).toContain('Not annotated, as they would be too many requests: 112 findings.')
  })
})

test('the summary tells what could not be published, without secrets', () => {
  const unpublished = [
    'The comment: cannot write it. Add `permissions: pull-requests: write`. ghs_0123456789abcdefghij',
  ]
  const summary = publishSummary(step({}), { annotatedBy: 'step', unpublished })
  expect(summary).toContain('What could not be published')
  expect(summary).toContain('The comment: cannot write it. Add `permissions: pull-requests: write`. ')
  expect(summary).not.toContain('ghs_')
  expect(publish(step({})).summary).not.toContain('What could not be published')
})

test('the comment names its key and its run in its first line only', () => {
  const [first] = publish(step({ commentKey: 'unit tests' })).comment.split('\n')
  expect(first).toMatch(/^<!-- testwarden:unit-tests run=4711\.1 head=[0-9a-f]{40} at=\S+ -->$/)
})

describe('places', () => {
  const headDiff = [
    {
      oldPath: 'src/a.ts',
      newPath: 'src/a.ts',
      isBinary: false,
      hunks: [{ oldStart: 3, oldCount: 1, newStart: 3, newCount: 4 }],
    },
  ]
  const published = publish(
    step({
      headDiff,
      gates: [
        gate({
          verdict: warn,
          findings: findings(5),
          sections: [
            { kind: 'text', text: { kind: 'location', path: 'src/a.ts', ranges: [{ first: 2, last: 5 }] } },
            { kind: 'text', text: { kind: 'location', path: 'src/a.ts', ranges: [{ first: 3, last: 3 }] } },
          ],
        }),
      ],
    }),
  )

  test('are places of the head tree, in annotations and on the page', () => {
    expect(published.annotations.map(({ startLine }) => startLine)).toEqual([1, 2, 7, 8, null])
    expect(published.comment).toContain('`src/a.ts` 2, 7-8](')
  })

  test('that head does not have are shown without a link and counted', () => {
    expect(published.comment).toContain(' and 3 of the tested tree')
    expect(published.comment).toContain('`src/a.ts:3` (of the tested tree)')
    expect(published.summary).toContain('Shown without a line, as only the tested merge has it: 1 finding.')
  })
})

test('secrets leave in no text', () => {
  const token = `ghp_${'a1B2'.repeat(9)}`
  const published = publish(
    step({
      redactions: ['ACME-*'],
      policy: `p ${token}`,
      localCommand: `l ${token}`,
      notes: [`n ${token}`],
      gates: [
        gate({
          title: token,
          verdict: { outcome: 'fail', headline: `h ${token}`, reasons: [reason({ title: `r ${token}` })] },
          sections: [
            {
              kind: 'table',
              heading: ['h ', token],
              columns: [{ title: token, align: 'left' }],
              rows: [[[code(token), { kind: 'strong', text: token }, { kind: 'location', path: token, ranges: [] }]]],
            },
            {
              kind: 'list',
              items: [{ kind: 'link', text: token, url: `https://x.y/?t=${token}` }, ['gh', token.slice(2)]],
            },
            { kind: 'details', summary: token, sections: [{ kind: 'text', text: 'ACME-77' }] },
            { kind: 'chart', heading: token, unit: token, points: [{ label: token, value: 1 }] },
          ],
          findings: findings(1, { title: token, message: `m ${token}` }),
        }),
      ],
    }),
  )
  const everything = JSON.stringify(published)
  expect(everything).not.toContain('a1B2a1B2')
  expect(everything).not.toContain('ACME-77')
})

describe('what the step is called', () => {
  test('the title counts across gates, the headline of a single gate is its own', () => {
    expect(publish(PICTURE).title).toBe('Testwarden: 3 things to fix in this pull request')
    expect(publish(PICTURE).outputs).toEqual({ outcome: 'fail', headline: publish(PICTURE).title })
    expect(publish(step({ gates: [gate({ verdict: warn })] })).outputs.headline).toBe('h')
  })

  test('the comment starts with the marker of the action', () => {
    expect(publish(PICTURE).comment).toMatch(/^<!-- testwarden:gates run=/)
  })

  test('no gates at all are nothing to judge', () => {
    expect(publish(step({ gates: [] }))).toMatchObject({
      outcome: 'skipped',
      title: 'Testwarden: nothing to judge in this pull request',
    })
  })

  test('notes come before the verdict table', () => {
    const { comment } = publish(step({ notes: ['The input `patch-line` is looser and was ignored.'] }))
    expect(comment.indexOf('was ignored')).toBeLessThan(comment.indexOf('| gate |'))
  })
})
