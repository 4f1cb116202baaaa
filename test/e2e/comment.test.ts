import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { VerdictFile } from '../../packages/core/src/files/verdict-file.js'
import type { Comment } from '../../packages/testkit/src/fake-github/repository.js'
import { COMMENTING, passingReport, pullRequestJob } from './support/jobs.js'
import { createScenario, type Job, type JobResult, pushEvent, type Scenario } from './support/scenario.js'

let scenario: Scenario

beforeEach(async () => {
  scenario = await createScenario()
})

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
})

function run(more: Partial<Job> = {}): Promise<JobResult> {
  return scenario.run(pullRequestJob(scenario, { permissions: COMMENTING, ...more }))
}

/** A later run of the same workflow. */
function runNumber(id: number, more: Partial<Job> = {}): Promise<JobResult> {
  return run({ ...more, github: { run_id: String(id), ...more.github } })
}

function comments(): Comment[] {
  return [...scenario.repository.comments.values()]
}

function addComment(body: string, author: string): number {
  const id = scenario.github.state.nextId()
  const createdAt = '2026-01-01T00:00:00Z'
  scenario.repository.comments.set(id, { id, issue: 7, body, author, createdAt, updatedAt: createdAt })
  return id
}

function writes(): string[] {
  const requests = scenario.github.requests.filter(({ method, path }) => method !== 'GET' && path !== '/graphql')
  return requests.map(({ operation, status }) => `${operation} ${status}`)
}

function verdictOf(result: JobResult): VerdictFile {
  return JSON.parse(readFileSync(result.outputs.get('verdict-path') ?? '', 'utf8'))
}

const BOT = 'github-actions[bot]'
const MARKER = '<!-- testwarden:coverage-gate -->'

describe('a failing pull request', () => {
  test('gets one comment, which a later run edits in place', async () => {
    const first = await runNumber(1)
    const [comment] = comments()
    expect(comment).toMatchObject({ issue: 7, author: BOT })
    expect(comment?.body).toContain('26 of 31 lines (83.9 %)')
    expect(verdictOf(first).receipts).toContainEqual({ key: 'comment', status: 'done', id: comment?.id })

    const second = await runNumber(2, { written: passingReport(scenario) })
    expect(comments()).toHaveLength(1)
    expect(comments()[0]?.id).toBe(comment?.id)
    expect(comments()[0]?.body).toContain('✅')
    expect([first.exitCode, second.exitCode]).toEqual([1, 0])
  })

  test('whose run is repeated with the same result keeps its comment unedited', async () => {
    await runNumber(1)
    await runNumber(1, { github: { run_attempt: '2' } })
    expect(writes().filter((write) => write.includes('comment'))).toEqual(['issues/create-comment 201'])
  })

  test.each([
    ['somebody else wrote the marker', MARKER, 'mallory'],
    ['the bot wrote another comment', 'hello', BOT],
    ['the marker is only quoted', `> ${MARKER}`, BOT],
  ])('is commented on anew where %s', async (_what, body, author) => {
    const other = addComment(`${body}\nunchanged`, author)
    await run()
    expect(comments()).toHaveLength(2)
    expect(scenario.repository.comments.get(other)?.body).toBe(`${body}\nunchanged`)
  })

  test('loses the doubles of its comment, and keeps the oldest', async () => {
    const [oldest] = [1, 2, 3].map((number) => addComment(`${MARKER}\nold ${number}`, BOT))
    await run()
    expect(comments().map(({ id }) => id)).toEqual([oldest])
    expect(comments()[0]?.body).toContain('26 of 31 lines')
  })

  test('with hundreds of comments still has only one of ours', async () => {
    for (let number = 0; number < 230; number++) addComment(`remark ${number}`, 'octocat')
    const own = addComment(`${MARKER}\nold`, BOT)
    await run()
    expect(comments()).toHaveLength(231)
    expect(scenario.repository.comments.get(own)?.body).toContain('26 of 31 lines')
  })

  test('with more comments than anybody reads gets none, and that is said', async () => {
    for (let number = 0; number < 1001; number++) addComment(`remark ${number}`, 'octocat')
    const result = await run()
    expect(comments()).toHaveLength(1001)
    expect(result.exitCode).toBe(1)
    expect(result.summary).toContain('ours is not among the first 1000 comments')
  })
})

describe('a token of another account', () => {
  test('has a comment of its own', async () => {
    await runNumber(1)
    await runNumber(2, { login: 'acme-gate[bot]' })
    await runNumber(3, { login: 'acme-gate[bot]' })
    expect(comments().map(({ author }) => author)).toEqual([BOT, 'acme-gate[bot]'])
  })
})

describe('a late run', () => {
  test('of an older commit leaves the newer comment alone, and says so', async () => {
    const newer = 'e'.repeat(40)
    const body = `<!-- testwarden:coverage-gate run=12.1 head=${newer} at=2026-01-01T00:00:00.000Z -->\nnewer`
    addComment(body, BOT)
    const result = await runNumber(11)
    expect(comments().map((comment) => comment.body)).toEqual([body])
    expect(result.log.join('\n')).toContain('run 12, which is newer than this one')
    expect(result.exitCode).toBe(1)
  })

  test('makes no comment for a commit that is no longer the head', async () => {
    const pull = scenario.repository.pulls.get(7)
    if (pull !== undefined) scenario.repository.pulls.set(7, { ...pull, head: { ...pull.head, sha: scenario.base } })
    const result = await run()
    expect(comments()).toEqual([])
    expect(result.log.join('\n')).toContain('the pull request has moved on')
  })

  test('that is a rerun of the newest commit has the word', async () => {
    const body = `<!-- testwarden:coverage-gate run=12.1 head=${scenario.head} at=2026-01-01T00:00:00.000Z -->\nold`
    addComment(body, BOT)
    await runNumber(11, { github: { run_attempt: '2' } })
    expect(comments()[0]?.body).toContain('26 of 31 lines')
  })
})

describe('the input `comment`', () => {
  test.each([
    ['auto', 'failing', 1],
    ['auto', 'passing', 0],
    ['always', 'passing', 1],
    ['never', 'failing', 0],
  ])('%s on a %s change leads to %d comments', async (comment, change, count) => {
    await run({ with: { comment }, ...(change === 'passing' ? { written: passingReport(scenario) } : {}) })
    expect(comments()).toHaveLength(count)
    if (comment === 'never') expect(scenario.github.requests.some(({ path }) => path.includes('/comments'))).toBe(false)
  })

  test('that is none of its words is taken for auto, and said, whatever the verdict', async () => {
    const result = await run({ with: { comment: 'allways' }, written: passingReport(scenario) })
    expect(result.exitCode).toBe(0)
    expect(result.summary).toContain('which is none of auto, always and never')
  })

  test('has a key that keeps two comments of one pull request apart', async () => {
    for (const key of ['unit', 'integration']) await run({ with: { 'comment-key': key } })
    expect(comments().map(({ body }) => body.split(' run=')[0])).toEqual([
      '<!-- testwarden:unit',
      '<!-- testwarden:integration',
    ])
  })

  test('is not heeded in a dry run, which tells what it would do', async () => {
    const result = await run({ with: { 'dry-run': 'true' } })
    expect(comments()).toEqual([])
    expect(result.log.join('\n')).toContain('Dry run, not done: write the comment on pull request #7.')
    expect(verdictOf(result).receipts).toContainEqual(expect.objectContaining({ key: 'comment', status: 'planned' }))
  })
})

describe('no comment is made, and nothing is asked for it,', () => {
  function expectNoComment(): void {
    expect(comments()).toEqual([])
    expect(scenario.github.requests.filter(({ path }) => path.includes('/comments'))).toEqual([])
  }

  test('on a push', async () => {
    const event = pushEvent(scenario.base)
    await run({ event, checkout: { ref: 'refs/heads/main' }, github: { sha: scenario.base } })
    expectNoComment()
  })

  test('in a merge queue', async () => {
    const merge_group = { head_sha: scenario.merge, base_sha: scenario.base, base_ref: 'refs/heads/main' }
    const repository = { full_name: 'octo-org/example', default_branch: 'main' }
    const result = await run({ event: { name: 'merge_group', payload: { merge_group, repository } } })
    expect(result.exitCode).toBe(1)
    expectNoComment()
  })

  test('by a leg that only collects', async () => {
    await run({ matrix: { node: 20 }, with: { mode: 'collect', comment: 'always' } })
    expectNoComment()
  })

  test('by a leg of a matrix without a key of its own, which is said', async () => {
    const result = await run({ matrix: { node: 20 } })
    expectNoComment()
    expect(result.log.join('\n')).toContain('No comment: the legs of a matrix would overwrite one another.')
  })
})
