import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { FaultAnswer } from '../../packages/testkit/src/fake-github/faults.js'
import type { CheckRun } from '../../packages/testkit/src/fake-github/state.js'
import { checkout } from '../../packages/testkit/src/git-remote/checkout.js'
import { FAULTS, FIRST_CALLS, LATER_CALLS, type NamedCall } from './support/github-faults.js'
import { PUBLISHING, pullRequestJob } from './support/jobs.js'
import { manyUntestedLines } from './support/many-untested-lines.js'
import { createScenario, type JobResult, type Scenario } from './support/scenario.js'

const BUILD = fileURLToPath(new URL('../../build', import.meta.url))
const { changeFiles, report } = manyUntestedLines(60)

let scenario: Scenario
let workspace: string
/** For scripts/faults-github.mjs. */
const table: { call: string; fault: string; missing: string; said: string; repaired: string }[] = []

beforeAll(async () => {
  scenario = await createScenario({ changeFiles })
  workspace = join(scenario.folder('job'), 'workspace')
  checkout(scenario.remote, { folder: workspace, ref: scenario.head, depth: 1 })
})

afterAll(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
  mkdirSync(BUILD, { recursive: true })
  writeFileSync(join(BUILD, 'github-faults.json'), `${JSON.stringify(table, null, 2)}\n`)
})

beforeEach(() => {
  scenario.github.faults.clear()
  scenario.github.state.rateLimit.remaining = 1000
  scenario.repository.comments.clear()
  scenario.repository.checkRuns.clear()
})

function run(id: number): Promise<JobResult> {
  const written = { 'coverage.xml': report }
  return scenario.run(
    pullRequestJob(scenario, { permissions: PUBLISHING, workspace, written, github: { run_id: String(id) } }),
  )
}

function addOldComment(): void {
  const id = scenario.github.state.nextId()
  const createdAt = '2026-01-01T00:00:00Z'
  const body = '<!-- testwarden:coverage-gate -->\nolder'
  scenario.repository.comments.set(id, {
    id,
    issue: 7,
    body,
    author: 'github-actions[bot]',
    createdAt,
    updatedAt: createdAt,
  })
}

/** The state in which a run finds something to update, to tidy up and to complete. */
function leaveWork(made: CheckRun): void {
  for (let number = 0; number < 2; number++) addOldComment()
  scenario.repository.checkRuns.set(made.id, { ...made, annotations: made.annotations.slice(0, 50) })
}

/** null when everything is there once and complete. */
function whatIsWrong(): string | null {
  const comments = [...scenario.repository.comments.values()]
  const checks = [...scenario.repository.checkRuns.values()]
  const newest = checks.at(-1)
  const ids = checks.map(({ externalId }) => externalId)
  if (comments.length !== 1) return `${comments.length} comments`
  if (!comments[0]?.body.includes('60 of 120 lines')) return 'an old comment'
  if (new Set(ids).size !== ids.length) return 'two check runs of one run'
  if (newest?.annotations.length !== 60)
    return newest === undefined ? 'no check run' : `${newest.annotations.length} annotations`
  return newest.conclusion === 'failure' ? null : `a check run that says ${newest.conclusion}`
}

interface Case {
  readonly call: NamedCall
  readonly fault: string
  readonly answer: FaultAnswer
}

async function survive({ call, fault, answer }: Case): Promise<void> {
  scenario.github.faults.add({ method: call.method, path: call.path, answer })
  const result = await run(2)
  const missing = whatIsWrong()
  const said = saidToBeMissing(result)
  if (missing !== null) await run(3)
  const left = whatIsWrong()
  table.push({ call: call.name, fault, missing: missing ?? '-', said: said ?? '-', repaired: left ?? 'yes' })
  // The project's floor is broken in any case; new code is judged wherever the changed lines are known.
  expect(result.exitCode).toBe(1)
  expect(result.summary).toContain(`| new code tested | ${said === 'changed lines' ? '❔ inconclusive' : '❌ fail'} |`)
  expect(said).toBe(missing === null ? null : call.loses)
  expect(left).toBeNull()
}

/** As log and summary tell it; both must. */
function saidToBeMissing({ log, summary }: JobResult): string | null {
  if (/the commit where the pull request left its base branch is not known/i.test(summary ?? '')) return 'changed lines'
  const said = /Not published\. The ([a-z ]+):/.exec(log.join('\n'))?.[1] ?? null
  if (said !== null) expect(summary).toContain(`The ${said}: `)
  return said
}

function casesOf(calls: readonly NamedCall[]): Case[] {
  const cases = calls.flatMap((call) => FAULTS.map(({ name, answer }) => ({ call, fault: name, answer })))
  // To a DELETE, 404 is no fault: what is gone is gone.
  return cases.filter(({ call, fault }) => call.method !== 'DELETE' || fault !== '404')
}

describe('a run that makes comment and check run', () => {
  test('sends exactly these requests', async () => {
    const before = scenario.github.requests.length
    await run(2)
    const sent = scenario.github.requests.slice(before).map(({ method, path }) => `${method} ${path}`)
    const known = [...FIRST_CALLS, ...LATER_CALLS]
    expect(sent.filter((line) => !known.some((call) => matches(call, line)))).toEqual([])
    expect(FIRST_CALLS.filter((call) => !sent.some((line) => matches(call, line)))).toEqual([])
  })

  test.each(casesOf(FIRST_CALLS))('$call.name: $fault', (one) => survive(one))
})

describe('a run that updates them', () => {
  let made: CheckRun

  beforeAll(async () => {
    await run(2)
    const [check] = scenario.repository.checkRuns.values()
    if (check === undefined) throw new Error('no check run was made')
    made = structuredClone(check)
  })

  test('sends all of these requests', async () => {
    leaveWork(made)
    const before = scenario.github.requests.length
    await run(2)
    const sent = scenario.github.requests.slice(before).map(({ method, path }) => `${method} ${path}`)
    expect(LATER_CALLS.filter((call) => !sent.some((line) => matches(call, line)))).toEqual([])
  })

  test.each(casesOf(LATER_CALLS))('$call.name: $fault', async (one) => {
    leaveWork(made)
    await survive(one)
  })
})

function matches({ method, path }: NamedCall, line: string): boolean {
  const [sentMethod, sentPath = ''] = line.split(' ')
  return sentMethod === method && path.test(sentPath)
}
