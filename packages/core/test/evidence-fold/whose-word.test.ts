import { describe, expect, test } from '@jest/globals'
import { faultOfOrigin, type KnownRun } from '../../src/evidence-fold/check-origin.js'
import { findPull, type ListedPull } from '../../src/evidence-fold/find-pull.js'
import { type PublishingEvent, planPublication, type ReportedRun } from '../../src/evidence-fold/plan-publication.js'
import { legRun, wholeRun } from '../../src/evidence-fold/whole-run.js'
import { HEAD, keyOf, MERGE, runOf } from './samples.js'

const KNOWN: KnownRun = {
  repository: 'octo-org/example',
  workflow: 'CI',
  run: '1',
  attempt: 2,
  headSha: HEAD,
  testedShas: new Set([MERGE, HEAD]),
}

const REPORTED: ReportedRun = {
  run: '1',
  attempt: 1,
  workflow: 'CI',
  event: 'pull_request',
  conclusion: 'success',
  headSha: HEAD,
  headBranch: 'patch-1',
  headRepository: 'stranger/example',
}

describe('where evidence is from', () => {
  const own = runOf(keyOf({}))

  test('is believed when it agrees with GitHub', () => {
    expect(faultOfOrigin(own, KNOWN)).toBeNull()
    expect(faultOfOrigin({ ...own, testedSha: 'd'.repeat(40) }, { ...KNOWN, testedShas: null })).toBeNull()
  })

  test.each([
    ['repository', { ...own, repository: 'octo-org/other' }],
    ['repository', { ...own, repository: null }],
    ['run 2', { ...own, key: { ...own.key, run: '2' } }],
    ['workflow', { ...own, key: { ...own.key, workflow: 'Evil' } }],
    ['attempt 3', { ...own, key: { ...own.key, attempt: 3 } }],
    ['head', { ...own, headSha: MERGE }],
    ['head', { ...own, headSha: null }],
    ['commit', { ...own, testedSha: 'd'.repeat(40) }],
    ['commit', { ...own, testedSha: null }],
  ])('is refused by its %s', (what, run) => {
    expect(faultOfOrigin(run, KNOWN)).toContain(what)
  })
})

describe('the pull request of a run', () => {
  const pull: ListedPull = {
    number: 8,
    headSha: HEAD,
    headRepository: 'Stranger/example',
    baseRepository: 'octo-org/example',
    baseBranch: 'main',
    labels: [],
  }
  const find = (...listed: readonly ListedPull[]) => findPull(listed, REPORTED, 'octo-org/Example')

  test('is the only one with its head and its repositories', () => {
    const others = [
      { ...pull, number: 1, headRepository: 'stranger/other' },
      { ...pull, number: 2, baseRepository: 'other/example' },
      { ...pull, number: 3, headRepository: null },
    ]
    expect(find(...others, pull)).toEqual({ ok: true, pull })
  })

  test('is none when there are two, when it has moved on, and when there is none', () => {
    expect(find(pull, { ...pull, number: 9 })).toMatchObject({ ok: false, why: expect.stringContaining('#8, #9') })
    expect(find({ ...pull, headSha: MERGE })).toMatchObject({ ok: false, why: expect.stringContaining('moved on') })
    expect(find()).toMatchObject({ ok: false, why: expect.stringContaining('No open') })
  })
})

describe('what publish does with an event', () => {
  const event: PublishingEvent = { name: 'push', workflowRun: null, workspaceSha: null, headSha: null }

  test.each([
    'pull_request',
    'merge_group',
    'push',
    'schedule',
    'workflow_dispatch',
  ])('%s is of its own run', (name) => {
    expect(planPublication({ ...event, name })).toEqual({ kind: 'own-run' })
  })

  test('workflow_run is a claim of a pull request, and nothing for other events', () => {
    const name = 'workflow_run'
    expect(planPublication({ ...event, name, workflowRun: REPORTED })).toEqual({
      kind: 'reported-run',
      reported: REPORTED,
    })
    const ofPush = { ...REPORTED, event: 'push' }
    expect(planPublication({ ...event, name, workflowRun: ofPush }).kind).toBe('nothing')
    expect(() => planPublication({ ...event, name })).toThrow('workflow_run')
  })

  test.each([
    ['pull_request_target', HEAD, 'has checked out'],
    ['pull_request_target', null, 'a stranger'],
    ['workflow_run', HEAD, 'has checked out'],
    ['issue_comment', null, 'no rule'],
    ['', null, 'no rule'],
  ])('%s beside the checkout %s is refused', (name, workspaceSha, why) => {
    const asked = { name, workflowRun: REPORTED, workspaceSha, headSha: HEAD }
    expect(() => planPublication(asked)).toThrow(why)
  })
})

describe('the run of a whole', () => {
  const known = runOf(keyOf({}, { job: 'publish' }), { testedSha: HEAD })
  const claimed = runOf(keyOf({ node: 20 }, { workflow: 'Evil', run: '66' }), {
    pullRequest: 1,
    isBaseline: true,
    event: 'push',
    branch: 'main',
    repository: 'evil/evil',
  })

  test('keeps of a leg only where it stood, what it tested and on what', () => {
    const { key, testedSha, base, machine, ...rest } = legRun(known, claimed)
    expect(key).toEqual({ ...known.key, matrix: '{"node":20}', job: 'test' })
    expect({ testedSha, base, machine }).toEqual({
      testedSha: claimed.testedSha,
      base: claimed.base,
      machine: claimed.machine,
    })
    const { key: _key, testedSha: _sha, base: _base, machine: _machine, ...expected } = known
    expect(rest).toEqual(expected)
  })

  test('keeps when a leg ran, so that its record is the same however often it is published, but no time to come', () => {
    const at = (now: string) => legRun(known, { ...claimed, now }).now
    expect(at('2025-12-31T00:00:00.000Z')).toBe('2025-12-31T00:00:00.000Z')
    for (const untrue of ['2099-01-01T00:00:00.000Z', 'soon']) expect(at(untrue)).toBe(known.now)
  })

  test('has the commit and the base that the legs agree on, and says where they do not', () => {
    expect(wholeRun(known, [claimed, claimed])).toMatchObject({ testedSha: MERGE, base: claimed.base })
    const other = { ...claimed, base: { kind: 'history' } as const }
    expect(wholeRun(known, [claimed, other]).base).toMatchObject({ kind: 'unknown' })
  })

  test('has the tree of that commit where all legs tell the same', () => {
    const tested = { testedTree: 'd'.repeat(40), testedParent: null }
    const telling = legRun(known, { ...claimed, ...tested })
    expect(telling).toMatchObject(tested)
    expect(wholeRun(known, [telling, telling])).toMatchObject(tested)
    expect(wholeRun(known, [telling, claimed])).not.toHaveProperty('testedTree')
  })
})
