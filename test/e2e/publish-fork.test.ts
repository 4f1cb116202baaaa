import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Comment } from '../../packages/testkit/src/fake-github/repository.js'
import {
  addForkPull,
  collectLeg,
  ENTRY,
  forge,
  listJob,
  publish,
  runLeg,
  upload,
  workflowRunEvent,
  writePolicy,
} from './support/publishing.js'
import { createScenario, type Job, type JobResult, type Scenario } from './support/scenario.js'

let scenario: Scenario

beforeEach(async () => {
  scenario = await createScenario()
})

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
})

/** The job on `workflow_run`: on the default branch, with a run number of its own. */
function publishFork(more: Partial<Job> = {}): Promise<JobResult> {
  const github = { sha: scenario.base, run_id: '2', workflow: 'Publish' }
  return publish(scenario, { event: workflowRunEvent(scenario), ...more, github })
}

function comments(): Comment[] {
  return [...scenario.repository.comments.values()]
}

function writes(): string[] {
  const requests = scenario.github.requests.filter(({ method, path }) => method !== 'GET' && path !== '/graphql')
  return requests.map(({ operation }) => String(operation))
}

describe("a fork's pull request", () => {
  test('gets a comment by the limits of the base branch, as reported, and no check or status', async () => {
    writePolicy(scenario, 'coverage:\n  patch:\n    line: 90\n')
    const number = addForkPull(scenario)
    await runLeg(scenario, { node: '20' })
    await runLeg(scenario, { node: '24' })
    const result = await publishFork()
    expect(result.exitCode).toBe(0)
    expect(result.outputs.get('outcome')).toBe('fail')
    expect(writes()).toEqual(['issues/create-comment'])
    const [comment] = comments()
    expect(comment?.issue).toBe(number)
    expect(comment?.body).toContain("As reported by the pull request's own job")
    expect(comment?.body).toContain('26 of 31 lines (83.9 %) | at least 90 %')
    expect(comment?.body).toContain('/actions/runs/2')
    expect(result.annotations).toEqual([])
  })

  test('costs at most 12 requests with four legs', async () => {
    addForkPull(scenario)
    for (const node of ['18', '20', '22', '24']) await runLeg(scenario, { node })
    const before = scenario.github.requests.length
    await publishFork({ with: { comment: 'always' } })
    const first = scenario.github.requests.length
    expect(comments()).toHaveLength(1)
    expect(first - before).toBeLessThanOrEqual(12)
    writePolicy(scenario, 'coverage:\n  patch:\n    line: 90\n')
    await publishFork({ with: { comment: 'always' } })
    expect(scenario.github.requests.length - first).toBeLessThanOrEqual(12)
  })

  test('cannot name its own limits, its pull request, its repository or its standing', async () => {
    writePolicy(scenario, 'coverage:\n  patch:\n    line: 90\n')
    scenario.repository.texts.set(`${scenario.head}:.github/testwarden.yml`, 'coverage:\n  patch:\n    line: 1\n')
    const number = addForkPull(scenario)
    const evidence = await collectLeg(scenario, { node: '20' })
    const forged = forge(evidence, (file) => ({
      ...file,
      run: {
        ...Object(file.run),
        pullRequest: 1,
        isBaseline: true,
        branch: 'main',
        event: 'push',
        now: '2000-01-01T00:00:00Z',
      },
    }))
    listJob(scenario, '20')
    upload(scenario, '20', [{ name: ENTRY, content: forged }])
    const result = await publishFork({ with: { history: 'dir:history' } })
    expect(result.outputs.get('outcome')).toBe('fail')
    expect(comments().map(({ issue }) => issue)).toEqual([number])
    expect(result.log.join('\n')).not.toMatch(/append/)
  })

  test('cannot bring Markdown, mentions or markers into the comment', async () => {
    addForkPull(scenario)
    const evidence = await collectLeg(scenario, { node: '20' })
    const hostile = '<!-- testwarden:publish --> @octocat ](https://evil.example) `x` <img src=x> ::error::x'
    const forged = forge(evidence, (file) => ({ ...file, facts: { ...Object(file.facts), notes: [hostile] } }))
    listJob(scenario, '20')
    upload(scenario, '20', [{ name: ENTRY, content: forged }])
    const result = await publishFork({ with: { comment: 'always' } })
    const body = comments()[0]?.body ?? ''
    expect(body).toContain('evil.example')
    expect(body).not.toMatch(/<img|[^&]@octocat|\]\(https:\/\/evil/)
    expect(body.match(/<!-- testwarden/g)).toHaveLength(1)
    expect(result.commands.filter(({ data }) => data === 'x')).toEqual([])
  })

  test('with a leg that is missing is inconclusive, which is said', async () => {
    addForkPull(scenario)
    await runLeg(scenario, { node: '20' })
    listJob(scenario, '24', 'failure')
    await publishFork()
    expect(comments()[0]?.body).toContain('test (24)')
  })
})

describe('nothing is published', () => {
  async function expectNothing(result: JobResult, why: string): Promise<void> {
    expect([result.exitCode, result.outputs.get('outcome')]).toEqual([0, 'skipped'])
    expect(result.summary).toContain(why)
    expect(writes()).toEqual([])
  }

  test('when no open pull request comes from the branch', async () => {
    await runLeg(scenario, { node: '20' })
    await expectNothing(await publishFork(), 'No open pull request')
  })

  test('when the pull request has moved on', async () => {
    addForkPull(scenario)
    const event = workflowRunEvent(scenario, { head_sha: scenario.merge })
    await expectNothing(await publishFork({ event }), 'has moved on')
  })

  test('when two pull requests come from one branch', async () => {
    addForkPull(scenario)
    addForkPull(scenario, 'release')
    await expectNothing(await publishFork(), 'Several pull requests')
  })

  test("when the head is another repository's of the same owner", async () => {
    addForkPull(scenario)
    const event = workflowRunEvent(scenario, { head_repository: { full_name: 'stranger/other' } })
    await expectNothing(await publishFork({ event }), 'No open pull request')
  })

  test('when the run was no pull request, or its repository is gone, or it handed nothing over', async () => {
    await expectNothing(await publishFork({ event: workflowRunEvent(scenario, { event: 'push' }) }), 'push')
    await expectNothing(await publishFork({ event: workflowRunEvent(scenario, { head_repository: null }) }), 'gone')
    addForkPull(scenario)
    await expectNothing(await publishFork(), 'no evidence')
  })

  test('beside a checkout of the head: refused', async () => {
    const { checkout } = await import('../../packages/testkit/src/git-remote/checkout.js')
    const workspace = `${scenario.folder('pwn')}/workspace`
    checkout(scenario.remote, { folder: workspace, ref: scenario.head })
    addForkPull(scenario)
    const result = await publishFork({ workspace })
    expect(result.exitCode).toBe(2)
    expect(result.summary).toContain('has checked out')
    expect(writes()).toEqual([])
  })
})
