import { afterEach, describe, expect, test } from '@jest/globals'
import type { TokenGrant } from '../../packages/testkit/src/fake-github/permissions.js'
import { pullRequestJob } from './support/jobs.js'
import { grantOf, rowsBelow } from './support/permission-rows.js'
import {
  createScenario,
  type Job,
  type JobResult,
  pullRequestEvent,
  pushEvent,
  type Scenario,
} from './support/scenario.js'

/** Tables of the page that these runs prove, as rows of cells. */
const FEATURES = rowsBelow('## By feature')
const TOKENS = rowsBelow('## By token')

let scenario: Scenario | null = null

afterEach(async () => {
  expect(scenario?.github.violations ?? []).toEqual([])
  await scenario?.close()
  scenario = null
})

interface Ran {
  readonly result: JobResult
  readonly made: { readonly comment: number; readonly checkRun: number }
  readonly refusedCount: number
}

/** In a private repository, where reading takes a permission too. */
async function run(
  permissions: TokenGrant['permissions'],
  jobOf: (scenario: Scenario) => Partial<Job> = () => ({}),
): Promise<Ran> {
  scenario = await createScenario({ isPrivate: true })
  const result = await scenario.run(pullRequestJob(scenario, { permissions, ...jobOf(scenario) }))
  const { comments, checkRuns } = scenario.repository
  const refusedCount = scenario.github.requests.filter(({ status }) => status === 403).length
  return { result, made: { comment: comments.size, checkRun: checkRuns.size }, refusedCount }
}

function logOf({ log }: JobResult): string {
  return log.join('\n')
}

const atHead = (of: Scenario): Partial<Job> => ({ checkout: { ref: of.head, depth: 1 } })

interface FeatureProof {
  readonly job?: (scenario: Scenario) => Partial<Job>
  /** Whether the feature is there. */
  works(ran: Ran): boolean
}

const PROOFS: Readonly<Record<string, FeatureProof>> = {
  'verdict, summary, annotations, outputs, files': {
    works: ({ result }) =>
      result.exitCode === 1 &&
      result.summary?.includes('26 of 31 lines') === true &&
      result.annotations.length > 0 &&
      result.outputs.has('verdict-path'),
  },
  'comment on the pull request': { works: ({ made }) => made.comment === 1 && made.checkRun === 0 },
  'check run with every annotation': { works: ({ made }) => made.checkRun === 1 && made.comment === 0 },
  'comment and check run': { works: ({ made }) => made.checkRun === 1 && made.comment === 1 },
  'reading the merge base where the checkout is at the head and shallow': {
    job: atHead,
    works: ({ result }) => result.outputs.get('patch-line-rate') === '83.87',
  },
}

describe('a feature', () => {
  test('has a proof for every row of the page, and every proof a row', () => {
    expect(FEATURES.map(([feature]) => feature).sort()).toEqual(Object.keys(PROOFS).sort())
  })

  test.each(FEATURES)('%s works with %s', async (feature = '', cell = '') => {
    const proof = PROOFS[feature]
    const ran = await run(grantOf(cell), proof?.job)
    expect(proof?.works(ran)).toBe(true)
    expect(ran.result.exitCode).toBe(1)
  })

  test.each([
    'pull-requests: write',
    'checks: write',
  ])('is not there without %s, and the log names it', async (line) => {
    const all = '{ contents: read, pull-requests: write, checks: write }'
    const { result, made } = await run(grantOf(all.replace(line, '')))
    expect(made).toEqual({ comment: line.startsWith('checks') ? 1 : 0, checkRun: line.startsWith('checks') ? 0 : 1 })
    expect(logOf(result)).toMatch(new RegExp(`^No .* Add \`permissions: ${line}\` to the job\\.$`, 'm'))
    expect(result.exitCode).toBe(1)
  })

  test('that takes contents: read is inconclusive without it, and says what to do', async () => {
    const { result } = await run(grantOf('{ pull-requests: write }'), atHead)
    expect(result.outputs.get('outcome')).toBe('inconclusive')
    expect(result.summary).toContain('contents: read')
  })
})

describe('a token', () => {
  const events: Readonly<Record<string, (scenario: Scenario) => Partial<Job>>> = {
    'restricted default, push': (of) => ({
      event: pushEvent(of.base),
      checkout: { ref: 'refs/heads/main' },
      github: { sha: of.base },
      written: { 'coverage.xml': of.project.reports.base },
    }),
    'Dependabot, nothing granted': () => ({ github: { actor: 'dependabot[bot]' } }),
    'fork, whatever the workflow grants': (of) => ({ event: fromFork(of) }),
  }

  test.each(TOKENS)('%s with %s', async (name = '', cell = '', comment = '', checkRun = '', named = '') => {
    const { result, made, refusedCount } = await run(grantOf(cell), events[name])
    expect(made).toEqual({ comment: comment === 'made' ? 1 : 0, checkRun: checkRun === 'made' ? 1 : 0 })
    const lines = [...named.matchAll(/`([a-z-]+): write`/g)].map(([, permission = '']) => permission)
    for (const permission of lines) expect(logOf(result)).toMatch(new RegExp(`^No .*${permission}: write`, 'm'))
    if (lines.length === 0) expect(logOf(result)).not.toMatch(/^No (comment|check run)/m)
    // Quiet: one refused request and one line for each channel, none at all where the event tells.
    expect(refusedCount).toBeLessThanOrEqual(name.startsWith('fork') ? 0 : lines.length)
    expect(result.summary).not.toContain('could not be published')
  })
})

function fromFork(of: Scenario): Job['event'] {
  const event = pullRequestEvent(of)
  const pull = JSON.parse(JSON.stringify(event.payload.pull_request))
  pull.head.repo = { full_name: 'stranger/example' }
  return { ...event, payload: { ...event.payload, pull_request: pull } }
}
