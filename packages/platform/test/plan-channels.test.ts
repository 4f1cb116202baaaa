import { describe, expect, test } from '@jest/globals'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { Publication } from '@testwarden/core/render/publication'
import { type ChannelFacts, planCheckChannel, planCommentChannel } from '../src/plan-channels.js'
import { bareRun } from '../src/run-context/bare-run.js'

const RUN: RunContext = {
  ...bareRun({ GITHUB_REPOSITORY: 'o/r', GITHUB_SERVER_URL: 'https://github.com' }, 'coverage-gate'),
  pullRequest: 7,
  headSha: 'a'.repeat(40),
}

const PUBLICATION: Publication = {
  outcome: 'fail',
  title: 't',
  summary: 's',
  comment: 'c',
  check: { title: 't', summary: 's', text: '', annotationBatches: [] },
  annotations: [],
  annotationsHeldBack: { error: 0, warning: 0, notice: 0 },
  unplacedAnnotations: [],
  outputs: { outcome: 'fail', headline: 'h' },
}

function facts(over: Partial<ChannelFacts> = {}): ChannelFacts {
  return { choice: 'auto', run: RUN, publication: PUBLICATION, isFork: false, commentKey: '', ...over }
}

function withOutcome(outcome: Publication['outcome']): Partial<ChannelFacts> {
  return { publication: { ...PUBLICATION, outcome } }
}

describe('the comment', () => {
  test.each([
    ['auto', 'fail', 'create'],
    ['auto', 'inconclusive', 'create'],
    ['auto', 'warn', 'create'],
    ['auto', 'pass', 'nothing'],
    ['auto', 'skipped', 'nothing'],
    ['always', 'pass', 'create'],
  ] as const)('%s with the outcome %s: where there is none, %s', (choice, outcome, whenMissing) => {
    expect(planCommentChannel(facts({ choice, ...withOutcome(outcome) }))).toMatchObject({
      kind: 'write',
      change: { whenMissing },
    })
  })

  test('is nothing for a run without a pull request, and where nobody wants one', () => {
    expect(planCommentChannel(facts({ run: { ...RUN, pullRequest: null } }))).toEqual({ kind: 'none' })
    expect(planCommentChannel(facts({ choice: 'never' }))).toEqual({ kind: 'none' })
  })

  test('is withheld from a fork and from an unnamed leg of a matrix, unless it is asked for', () => {
    const leg = { run: { ...RUN, key: { ...RUN.key, matrix: '{"node":20}' } } }
    for (const over of [{ isFork: true }, leg]) {
      expect(planCommentChannel(facts(over)).kind).toBe('withheld')
      expect(planCommentChannel(facts({ ...over, choice: 'always' })).kind).toBe('write')
    }
    expect(planCommentChannel(facts({ ...leg, commentKey: 'node-20' })).kind).toBe('write')
  })
})

describe('the check run', () => {
  test('has an id that no other attempt, cell or key has', () => {
    const keys = [
      {},
      { run: { ...RUN, key: { ...RUN.key, attempt: 2 } } },
      { run: { ...RUN, key: { ...RUN.key, matrix: '{"node":20}' } } },
      { commentKey: 'unit' },
    ]
    const ids = keys.map((over) => {
      const plan = planCheckChannel(facts(over))
      return plan.kind === 'write' ? plan.change.externalId : plan.kind
    })
    expect(new Set(ids).size).toBe(keys.length)
  })

  test('is withheld from a fork, and is nothing without a repository', () => {
    expect(planCheckChannel(facts({ isFork: true })).kind).toBe('withheld')
    expect(planCheckChannel(facts({ run: { ...RUN, repository: null } }))).toEqual({ kind: 'none' })
  })
})
