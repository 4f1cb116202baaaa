import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Comment } from '../../packages/testkit/src/fake-github/repository.js'
import { nodes } from './support/bundled-action.js'
import { listJob, PUBLISHING, publish, runLeg, upload, writePolicy } from './support/publishing.js'
import { createScenario, pullRequestEvent, pushEvent, type Scenario } from './support/scenario.js'

let scenario: Scenario

beforeEach(async () => {
  scenario = await createScenario()
})

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
})

function comments(): Comment[] {
  return [...scenario.repository.comments.values()]
}

/** A report in which some lines that the change needs were run by nobody. */
function partialReport(): string {
  return scenario.project.reports.change.replaceAll(/(<line number="\d*[02468]" hits=")\d+/g, '$10')
}

async function twoLegs(): Promise<void> {
  await runLeg(scenario, { node: '20', written: { 'coverage.xml': partialReport() } })
  await runLeg(scenario, { node: '24' })
}

describe.each(nodes())('a matrix of two legs on $name', ({ path: nodePath }) => {
  test('is judged as one run over both, gates, comments and makes a check run', async () => {
    writePolicy(scenario, 'coverage:\n  patch:\n    line: 90\n')
    await twoLegs()
    const result = await publish(scenario, { nodePath })
    expect(result.exitCode).toBe(1)
    expect(result.outputs.get('outcome')).toBe('fail')
    expect(result.outputs.get('patch-line-rate')).toBe('83.87')
    expect(result.summary).toContain('| new code tested | ❌ fail | 26 of 31 lines (83.9 %) | at least 90 % |')
    expect(result.summary).toContain('Policy from `main`')
    expect(comments().map(({ issue, body }) => [issue, body.split('\n')[0]])).toEqual([
      [7, expect.stringContaining('<!-- testwarden:publish run=1.1')],
    ])
    const [check] = [...scenario.repository.checkRuns.values()]
    expect(check).toMatchObject({ headSha: scenario.head, conclusion: 'failure', name: 'CI / publish / publish' })
    // Without a checkout, places are still those of the head: the legs know how the two trees differ.
    expect(comments()[0]?.body).toContain(`/blob/${scenario.head}/src/invoice/credit_note.py#L31`)
    expect(check?.annotations).toContainEqual(
      expect.objectContaining({ path: 'src/invoice/credit_note.py', start_line: 33, end_line: 34 }),
    )
  })
})

describe('the whole of all legs', () => {
  test('passes where it keeps the limits that the base branch wrote', async () => {
    writePolicy(scenario, 'coverage:\n  patch:\n    line: 80\n')
    await twoLegs()
    const result = await publish(scenario)
    expect([result.exitCode, result.outputs.get('outcome')]).toEqual([0, 'pass'])
    expect(comments()).toEqual([])
  })

  test('costs at most 12 requests with four legs, the first comment and a check run included', async () => {
    writePolicy(scenario, 'coverage:\n  patch:\n    line: 90\n')
    for (const node of ['18', '20', '22', '24']) await runLeg(scenario, { node })
    const before = scenario.github.requests.length
    await publish(scenario)
    const first = scenario.github.requests.length
    expect(comments()).toHaveLength(1)
    expect(first - before).toBeLessThanOrEqual(12)
    const again = await publish(scenario, { github: { run_attempt: '2' } })
    const count = scenario.github.requests.length - first
    expect(count).toBeLessThanOrEqual(12)
    const verdict = JSON.parse(readFileSync(again.outputs.get('verdict-path') ?? '', 'utf8'))
    expect(Object.values<number>(verdict.apiCalls).reduce((sum, calls) => sum + calls, 0)).toBe(count)
  })

  test('sends the token to the API and nowhere else', async () => {
    await twoLegs()
    await publish(scenario)
    expect(scenario.github.downloads).toHaveLength(2)
    expect(scenario.github.downloads.filter(({ headers }) => 'authorization' in headers)).toEqual([])
  })

  test('takes the latest attempt of a leg, and says whose evidence is from an earlier one', async () => {
    writePolicy(scenario, 'coverage:\n  patch:\n    line: 80\n')
    await runLeg(scenario, { node: '20', written: { 'coverage.xml': partialReport() } })
    await runLeg(scenario, { node: '24', written: { 'coverage.xml': partialReport() } })
    const partial = await publish(scenario)
    expect(partial.outputs.get('outcome')).toBe('fail')
    const { jobs } = scenario.repository
    const count = jobs.size
    await runLeg(scenario, { node: '24', attempt: '2' })
    for (const id of [...jobs.keys()].slice(count)) jobs.delete(id)
    const whole = await publish(scenario, { github: { run_attempt: '2' } })
    expect(whole.outputs.get('outcome')).toBe('pass')
    expect(whole.summary).toContain('test (20): evidence of attempt 1')
  })
})

describe('a leg that is missing', () => {
  test('makes the verdict inconclusive and is named, whether it failed or only uploaded nothing', async () => {
    writePolicy(scenario, 'coverage:\n  patch:\n    line: 80\n')
    await twoLegs()
    listJob(scenario, '22', 'failure')
    listJob(scenario, '26', 'success')
    listJob(scenario, '28', 'skipped')
    const result = await publish(scenario)
    expect(result.outputs.get('outcome')).toBe('inconclusive')
    expect(result.summary).toContain('test (22), test (26)')
    expect(result.summary).not.toContain('test (28)')
    expect(comments()[0]?.body).toContain('test (22)')
  })

  test('is named by what the workflow expects, without a look at its jobs', async () => {
    await twoLegs()
    const counted = await publish(scenario, { with: { 'expected-legs': '3' } })
    expect(counted.summary).toContain('1 of 3')
    const named = await publish(scenario, { with: { 'expected-legs': 'test (20)\ntest (24)\ntest (26)' } })
    expect(named.outputs.get('headline')).toBe('Evidence is missing of test (26).')
    const asked = scenario.github.requests.map(({ operation }) => operation)
    expect(asked).not.toContain('actions/list-jobs-for-workflow-run')
  })

  test('does not hide a limit that the others break', async () => {
    writePolicy(scenario, 'coverage:\n  patch:\n    line: 90\n')
    await twoLegs()
    listJob(scenario, '22', 'failure')
    const result = await publish(scenario)
    expect([result.exitCode, result.outputs.get('outcome')]).toEqual([1, 'fail'])
    expect(result.summary).toContain('test (22)')
  })

  test('of all: the step says what to add', async () => {
    const result = await publish(scenario)
    expect(result.exitCode).toBe(2)
    expect(result.summary).toContain('handover')
  })
})

describe('a push to the default branch', () => {
  const history = 'history: dir:.testwarden/history\n'

  function pushed(node: string) {
    return {
      node,
      event: pushEvent(scenario.base),
      checkout: { ref: 'refs/heads/main' },
      github: { sha: scenario.base },
      written: { 'coverage.xml': scenario.project.reports.base },
    }
  }

  /** As a cache would carry them from job to job. */
  function historyFiles(workspace: string): Record<string, string> {
    const entries = readdirSync(join(workspace, '.testwarden'), { recursive: true, withFileTypes: true })
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    return Object.fromEntries(paths.map((path) => [path.slice(workspace.length + 1), readFileSync(path, 'utf8')]))
  }

  function records(workspace: string): Record<string, unknown>[] {
    const folder = join(workspace, '.testwarden/history')
    if (!existsSync(folder)) return []
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    return entries
      .filter(({ name }) => name.endsWith('.jsonl'))
      .map((entry) => JSON.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8')))
  }

  test('appends the records of all legs and of the whole', async () => {
    writePolicy(scenario, history)
    for (const node of ['20', '24']) await runLeg(scenario, pushed(node))
    const result = await publish(scenario, { event: pushEvent(scenario.base), github: { sha: scenario.base } })
    expect(result.exitCode).toBe(0)
    const written = records(result.workspace)
    expect(written.map(({ key, trust }) => [Object(key).job, Object(key).matrix, trust]).sort()).toEqual([
      ['publish', '{}', 'default-branch'],
      ['test', '{"node":"20"}', 'default-branch'],
      ['test', '{"node":"24"}', 'default-branch'],
    ])
    expect(comments()).toEqual([])
  })

  test('is what the whole of a later change is compared with, whatever its legs cover alone', async () => {
    writePolicy(scenario, `${history}coverage:\n  drop: 0\n`)
    const half = scenario.project.reports.base.replaceAll(/(<line number="\d*[02468]" hits=")\d+/g, '$10')
    await runLeg(scenario, { ...pushed('20'), written: { 'coverage.xml': half } })
    await runLeg(scenario, pushed('24'))
    const { workspace } = await publish(scenario, { event: pushEvent(scenario.base), github: { sha: scenario.base } })
    for (const { id } of [...scenario.repository.artifacts.values()]) scenario.repository.artifacts.delete(id)

    const carried = historyFiles(workspace)
    const legs = { '20': partialReport(), '24': scenario.project.reports.change }
    for (const [node, report] of Object.entries(legs)) {
      const written = { 'coverage.xml': report, ...carried }
      await runLeg(scenario, { node, written, with: { history: 'dir:.testwarden/history' } })
    }
    const result = await publish(scenario, { workspace })
    expect(result.summary).toMatch(/project coverage kept \| ❌ fail \| 136 of 145 lines .* \| 110 of 114 lines/)
  })

  test('appends nothing while a leg is missing', async () => {
    writePolicy(scenario, history)
    await runLeg(scenario, pushed('20'))
    listJob(scenario, '24', 'failure')
    const result = await publish(scenario, { event: pushEvent(scenario.base), github: { sha: scenario.base } })
    expect(records(result.workspace)).toEqual([])
  })

  test('of another branch appends nothing', async () => {
    writePolicy(scenario, history)
    await runLeg(scenario, { ...pushed('20'), event: pushEvent(scenario.base, 'topic') })
    const result = await publish(scenario, { event: pushEvent(scenario.base, 'topic'), github: { sha: scenario.base } })
    expect(records(result.workspace)).toEqual([])
  })
})

describe('what publish refuses to run on', () => {
  test.each(['issue_comment', 'release', 'pull_request_target'])('%s: exit 2, with the reason', async (name) => {
    const { payload } = pullRequestEvent(scenario)
    const result = await publish(scenario, { event: { name, payload } })
    expect(result.exitCode).toBe(2)
    expect(result.summary).toContain(name === 'pull_request_target' ? 'a stranger' : name)
    expect(scenario.github.requests).toEqual([])
  })

  test('pull_request_target with the head checked out is told what is wrong', async () => {
    const { payload } = pullRequestEvent(scenario)
    const { folder } = scenario
    const { checkout } = await import('../../packages/testkit/src/git-remote/checkout.js')
    const workspace = join(folder('target'), 'workspace')
    checkout(scenario.remote, { folder: workspace, ref: scenario.head })
    const result = await publish(scenario, { event: { name: 'pull_request_target', payload }, workspace })
    expect(result.exitCode).toBe(2)
    expect(result.summary).toContain('has checked out')
  })

  test('a token that may not read artifacts: the missing line is named', async () => {
    await scenario.close()
    scenario = await createScenario({ isPrivate: true })
    upload(scenario, 'x', [])
    const { actions: _actions, ...permissions } = PUBLISHING
    const result = await publish(scenario, { permissions })
    expect(result.exitCode).toBe(2)
    expect(result.summary).toContain('actions: read')
  })
})
