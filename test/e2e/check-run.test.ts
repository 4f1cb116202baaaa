import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { VerdictFile } from '../../packages/core/src/files/verdict-file.js'
import type { CheckRun } from '../../packages/testkit/src/fake-github/repository.js'
import { COMMENTING, PUBLISHING, passingReport, pullRequestJob } from './support/jobs.js'
import { manyUntestedLines } from './support/many-untested-lines.js'
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
  return scenario.run(pullRequestJob(scenario, { permissions: PUBLISHING, ...more }))
}

function checkRuns(): CheckRun[] {
  return [...scenario.repository.checkRuns.values()]
}

function verdictOf(result: JobResult): VerdictFile {
  return JSON.parse(readFileSync(result.outputs.get('verdict-path') ?? '', 'utf8'))
}

function requestsFor(path: string): string[] {
  return scenario.github.requests.filter((request) => request.path.includes(path)).map(({ method }) => method)
}

describe('a token that may write checks', () => {
  test('makes one on the head of the pull request, which stands for itself', async () => {
    const result = await run()
    const [check, ...others] = checkRuns()
    expect(others).toEqual([])
    expect(check).toMatchObject({
      headSha: scenario.head,
      name: 'CI / test / coverage-gate',
      status: 'completed',
      conclusion: 'failure',
      detailsUrl: 'https://github.com/octo-org/example/actions/runs/1',
      externalId: expect.stringMatching(/^[0-9a-f]{64}$/),
      title: 'Testwarden: 1 thing to fix in this pull request',
    })
    expect(check?.annotations[0]).toMatchObject({
      path: 'src/invoice/credit_note.py',
      start_line: 31,
      annotation_level: 'failure',
    })
    expect(verdictOf(result).receipts).toContainEqual({ key: 'check-run', status: 'done', id: check?.id })
  })

  test('shows each place once: what the check run annotates, the step does not', async () => {
    const result = await run()
    expect(result.annotations.filter(({ file }) => file !== null)).toEqual([])
    expect(checkRuns()[0]?.annotations).toHaveLength(8)
  })

  test('names the cell of a matrix, so that no leg hides another', async () => {
    for (const node of [20, 24]) await run({ matrix: { node } })
    expect(checkRuns().map(({ name }) => name)).toEqual([
      'CI / test (20) / coverage-gate',
      'CI / test (24) / coverage-gate',
    ])
  })

  test('updates the check run that the same step of the same attempt has made, without doubling annotations', async () => {
    await run()
    await run({ written: passingReport(scenario) })
    expect(checkRuns()).toHaveLength(1)
    expect(checkRuns()[0]).toMatchObject({ conclusion: 'success' })
    expect(checkRuns()[0]?.annotations).toHaveLength(8)
  })

  test('makes a new one for another attempt, whose annotations are its own', async () => {
    await run()
    await run({ github: { run_attempt: '2' } })
    expect(checkRuns().map(({ annotations }) => annotations.length)).toEqual([8, 8])
  })

  test.each([
    ['pass', 'success', {}],
    ['inconclusive', 'neutral', { reports: 'no.xml' }],
  ])('an outcome %s ends it as %s', async (outcome, conclusion, given) => {
    const written = outcome === 'pass' ? passingReport(scenario) : { 'coverage.xml': scenario.project.reports.change }
    const result = await run({ written, with: given })
    expect(result.outputs.get('outcome')).toBe(outcome)
    expect(checkRuns()[0]?.conclusion).toBe(conclusion)
  })

  test('a limit that nobody wrote only warns, which is neutral', async () => {
    await scenario.close()
    scenario = await createScenario({ baseFiles: { '.github/testwarden.yml': null } })
    expect((await run()).outputs.get('outcome')).toBe('warn')
    expect(checkRuns()[0]?.conclusion).toBe('neutral')
  })

  test('makes one on a push and in a merge queue too', async () => {
    const event = pushEvent(scenario.base)
    const written = { 'coverage.xml': scenario.project.reports.base }
    await run({ event, checkout: { ref: 'refs/heads/main' }, github: { sha: scenario.base }, written })
    expect(checkRuns()).toMatchObject([{ headSha: scenario.base }])
  })
})

describe('a hundred and twenty untested places', () => {
  test('are sent in batches of fifty, and the summary does not speak of ten', async () => {
    await scenario.close()
    const { changeFiles, report } = manyUntestedLines(120)
    scenario = await createScenario({ changeFiles })
    const result = await run({ written: { 'coverage.xml': report } })
    const sent = scenario.github.requests
      .filter(({ path, method }) => path.includes('check-runs') && method !== 'GET')
      .map(({ method, body }) => [method, JSON.parse(JSON.stringify(body)).output.annotations.length])
    expect(sent).toEqual([
      ['POST', 50],
      ['PATCH', 50],
      ['PATCH', 20],
    ])
    expect(checkRuns()[0]?.annotations).toHaveLength(120)
    expect(result.summary).not.toContain('Not annotated')
    expect(result.summary?.match(/^## /gm)).toHaveLength(1)
  })

  test('are shown by the step as far as GitHub shows them where no check run may be made', async () => {
    await scenario.close()
    const { changeFiles, report } = manyUntestedLines(120)
    scenario = await createScenario({ changeFiles })
    const result = await run({ written: { 'coverage.xml': report }, permissions: COMMENTING })
    expect(result.annotations.filter(({ level }) => level === 'error')).toHaveLength(10)
    expect(result.summary).toContain('Not annotated, as GitHub shows 10 of each level per step')
  })
})

describe('a token that may not', () => {
  test('costs one refused request and one line of the log, and the step annotates', async () => {
    const result = await run({ permissions: COMMENTING })
    expect(checkRuns()).toEqual([])
    expect(requestsFor('check-runs')).toEqual(['GET', 'POST'])
    const told = result.log.filter((line) => line.includes('checks: write'))
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/^No check run: .*Add `permissions: checks: write` to the job\.$/)
    expect(result.summary).not.toContain('could not be published')
    expect(result.annotations.some(({ file }) => file === 'src/invoice/credit_note.py')).toBe(true)
    expect(verdictOf(result).receipts).toContainEqual(
      expect.objectContaining({ key: 'check-run', status: 'refused', permission: 'checks: write' }),
    )
  })

  test('is a warning and a line of the summary where a check run was asked for', async () => {
    const result = await run({ permissions: COMMENTING, with: { 'check-run': 'always' } })
    expect(result.exitCode).toBe(1)
    expect(result.log.join('\n')).toContain('Warning: Not published. The check run: ')
    expect(result.summary).toContain('What could not be published')
    expect(result.summary).toContain('checks: write')
  })
})

test('`annotations: false` holds for the check run too', async () => {
  await run({ with: { annotations: 'false' } })
  expect(checkRuns().map(({ annotations }) => annotations)).toEqual([[]])
})

test('`check-run: never` asks for nothing', async () => {
  await run({ with: { 'check-run': 'never' } })
  expect(requestsFor('check-runs')).toEqual([])
})

test('a leg that only collects makes none', async () => {
  await run({ with: { mode: 'collect', 'check-run': 'always' } })
  expect(requestsFor('check-runs')).toEqual([])
})
