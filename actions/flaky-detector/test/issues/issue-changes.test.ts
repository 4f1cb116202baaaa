import { describe, expect, test } from '@jest/globals'
import type { GateConfig } from '@testwarden/core/action/define-action'
import type { OpenIssue, UpdateIssue } from '@testwarden/core/model/change'
import type { Evidence, RunContext } from '@testwarden/core/model/evidence'
import type { KnownIssue } from '@testwarden/core/model/issue'
import { readMarkedBody } from '@testwarden/core/render/issue-marker'
import type { flakyConfig } from '../../src/config.js'
import { decide } from '../../src/decide.js'
import type { FlakyFacts, LegFacts } from '../../src/facts.js'
import { askIssues } from '../../src/issues/ask-issues.js'
import { configOf, evidenceOf, knownPast, legOf, runOf } from '../kit.js'

const FLAKY = '0 1:1/1 2-9'
const BROKEN = '0-6 7:1/0 8:1/0 9:1/0'
const ON = { issues: 'on' }
/** Of the default branch. */
const RUN: RunContext = { ...runOf(), isBaseline: true, pullRequest: null, event: 'push' }

function leg(stories: Readonly<Record<string, string>>, outcomes: Readonly<Record<string, string>>): LegFacts {
  return legOf(outcomes, {}, { past: knownPast(stories, 10) })
}

function evidence(of: LegFacts, issues: readonly KnownIssue[], run = RUN): Evidence<FlakyFacts> {
  const result = { kind: 'issues', issues, isWhole: true } as const
  return evidenceOf({ legs: [of] }, { run, observations: [{ requestId: 'list-issues', result }] })
}

function changesOf(of: Evidence<FlakyFacts>, config = configOf(ON)): readonly (OpenIssue | UpdateIssue)[] {
  return decide(of, config).changes.flatMap((change) =>
    change.kind === 'open-issue' || change.kind === 'update-issue' ? [change] : [],
  )
}

/** As it stands on GitHub once a change has been made. */
function madeBy(change: OpenIssue | UpdateIssue | undefined): KnownIssue {
  const read = readMarkedBody(change?.body ?? '')
  if (read === null) throw new Error('the change writes no issue of ours')
  const facts = { number: 3, state: 'open', closedAs: null, isLocked: false, closedAt: null } as const
  const said = { title: 'T', labels: [], assignees: [], comments: 0 }
  return { ...read, ...facts, ...said, createdAt: '2026-01-01T00:00:00Z' }
}

function openedFor(of: LegFacts): KnownIssue {
  return madeBy(changesOf(evidence(of, []))[0])
}

describe('issues are asked for', () => {
  test('with the label that all of them bear', () => {
    expect(askIssues({ run: RUN }, configOf(ON))).toEqual([
      { kind: 'list-issues', id: 'list-issues', action: 'flaky-detector', label: 'testwarden' },
    ])
  })

  test.each<[string, RunContext, GateConfig<typeof flakyConfig>]>([
    ['unless somebody wants them', RUN, configOf()],
    ['by a pull request', { ...RUN, isBaseline: false }, configOf(ON)],
    ['by a leg whose whole another job judges', RUN, configOf({ ...ON, mode: 'collect' })],
  ])('never %s', (_, run, config) => {
    expect(askIssues({ run }, config)).toEqual([])
  })
})

test('what evidence says of issues counts only where they are kept, so that no pull request can name one to be changed', () => {
  const flaky = leg({ a: FLAKY }, { a: 'F' })
  const run = { ...RUN, isBaseline: false }
  expect(changesOf(evidence(flaky, [openedFor(flaky)], run))).toEqual([])
  expect(changesOf(evidence(flaky, []), configOf())).toEqual([])
})

describe('an issue', () => {
  const flaky = leg({ a: FLAKY }, { a: 'F' })

  test('says the same in the same run, and then nothing is written', () => {
    expect(changesOf(evidence(flaky, [openedFor(flaky)]))).toEqual([])
  })

  test('is rewritten where people edited it, or where another run says something else', () => {
    const edited = { ...openedFor(flaky), digest: 'f'.repeat(16) }
    expect(changesOf(evidence(flaky, [edited]))).toMatchObject([{ kind: 'update-issue', issue: 3 }])
    const later = { ...RUN, now: '2026-01-05T00:00:00Z' }
    expect(changesOf(evidence(flaky, [openedFor(flaky)], later))).toMatchObject([{ kind: 'update-issue', issue: 3 }])
  })

  test('keeps what it was about, though only some of it fails in this run', () => {
    const known = openedFor(flaky)
    const about = [...known.marker.about, '00000000:0000000000000000']
    const joined = { ...known, digest: '0'.repeat(16), marker: { ...known.marker, about } }
    const [change] = changesOf(evidence(flaky, [joined]))
    expect(madeBy(change).marker.about).toEqual(about)
  })

  test('of a flake that breaks gets one comment, and nothing of an excuse', () => {
    const broken = leg({ a: BROKEN }, { a: 'F' })
    const [change, ...others] = changesOf(evidence(broken, [openedFor(flaky)]))
    expect(change).toMatchObject({ kind: 'update-issue', comment: { key: 'broken-000000000000' } })
    expect(change?.body).not.toContain('quarantine:')
    expect(others).toEqual([])
    expect(changesOf(evidence(broken, [madeBy(change)]))).toEqual([])
  })

  test('names the owner of its kind for a test that CODEOWNERS gives to nobody', () => {
    const config = configOf(ON)
    const kind = { name: 'pay', paths: [], words: ['pay'], markers: [], owner: 'acme/pay', budgetMs: null }
    const categories = { ...config.file.categories, value: [kind] }
    const [change] = changesOf(evidence(leg({ 'pay once': FLAKY }, { 'pay once': 'F' }), []), {
      ...config,
      file: { ...config.file, categories },
    })
    expect(change?.body).toMatch(/\| owner +\|/)
    expect(change?.body).toContain('acme/pay')
  })

  test('that is locked is changed without a comment', () => {
    const locked = { ...openedFor(flaky), isLocked: true }
    const [change] = changesOf(evidence(leg({ a: BROKEN }, { a: 'F' }), [locked]))
    expect(change).not.toHaveProperty('comment')
  })
})

test('whatever a test is called, an issue has no mention, reference, markup or end of a comment of its making', () => {
  const name = '@octocat fixes #123 <!-- x --> <img src=x> [a](javascript:alert(1)) | `b` \u202e GH-7 --> */'
  const [change] = changesOf(evidence(leg({ [name]: FLAKY }, { [name]: 'F' }), []))
  const [marker = '', ...text] = (change?.body ?? '').split('\n')
  expect(marker).toMatch(/^<!-- testwarden-issue:[a-z0-9=:., -]+ -->$/)
  const running = text.join('\n').replace(/(`+)[^`][\s\S]*?\1/g, '')
  expect(running).not.toMatch(/@octocat|#123|<img|<!--|[^\\]\]\(javascript|GH-7|\u202e/)
  const title = change?.kind === 'open-issue' ? change.title : ''
  expect(title).not.toMatch(/[\u202e\n]/)
})

test('secrets do not reach an issue, and it says the same in the next run', () => {
  const name = `fails with ghp_${'a1'.repeat(18)}`
  const secret = leg({ [name]: FLAKY }, { [name]: 'F' })
  const known = openedFor(secret)
  expect(JSON.stringify(changesOf(evidence(secret, [])))).not.toContain('ghp_')
  expect(changesOf(evidence(secret, [known]))).toEqual([])
})

test('a mass failure opens nothing', () => {
  const names = Array.from({ length: 30 }, (_, index) => `t${index}`)
  const all = (text: string) => Object.fromEntries(names.map((name) => [name, text]))
  expect(changesOf(evidence(leg(all('0-9'), all('F')), []))).toEqual([])
})
