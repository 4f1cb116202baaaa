import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { checkout } from '../../packages/testkit/src/git-remote/checkout.js'
import { nodes } from './support/bundled-action.js'
import { CART } from './support/example-project.js'
import { createScenario, pullRequestEvent, pushEvent, type Scenario } from './support/scenario.js'

let scenario: Scenario

beforeEach(async () => {
  scenario = await createScenario()
})

afterEach(async () => {
  expect(scenario.github.violations).toEqual([])
  await scenario.close()
})

/** Relative path to content. */
function filesBelow(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]))
}

/** The pull request's job as most projects have it: merge commit, its parents, the report of the change. */
function mergeJob(more: Partial<Parameters<Scenario['run']>[0]> = {}): Parameters<Scenario['run']>[0] {
  return {
    event: pullRequestEvent(scenario),
    github: { sha: scenario.merge },
    checkout: { ref: 'refs/pull/7/merge', depth: 2 },
    written: { 'coverage.xml': scenario.project.reports.change },
    ...more,
  }
}

describe.each(nodes())('a pull request on $name', ({ path: nodePath }) => {
  test('below a written limit fails, and says where', async () => {
    const result = await scenario.run(mergeJob({ nodePath }))
    expect(result.exitCode).toBe(1)
    expect(result.outputs.get('outcome')).toBe('fail')
    expect(result.outputs.get('patch-line-rate')).toBe('83.87')
    expect(result.summary).toContain('| new code tested | ❌ fail | 26 of 31 lines (83.9 %) | at least 90 % | – |')
    const places = result.annotations
      .filter(({ level }) => level === 'error')
      .map(({ file, line, endLine }) => [file, line, endLine])
    expect(places).toEqual([
      ['src/invoice/credit_note.py', 31, 31],
      ['src/invoice/credit_note.py', 33, 34],
      ['src/invoice/credit_note.py', 39, 39],
      ['src/invoice/document.py', 65, 65],
    ])
    expect(result.summary).toContain(`/blob/${scenario.head}/src/invoice/credit_note.py#L31`)
  })

  test('leaves everything that was read as a report with the paths of the repository, where it is asked to', async () => {
    const result = await scenario.run(mergeJob({ nodePath, with: { 'write-cobertura': 'merged/coverage.xml' } }))
    const text = readFileSync(join(result.workspace, 'merged/coverage.xml'), 'utf8')
    expect(text).toContain('filename="src/invoice/credit_note.py"')
    expect(text).toContain('<line number="31" hits="0" branch="false"/>')
  })

  test('that keeps its limits passes', async () => {
    const covered = scenario.project.reports.change.replaceAll('hits="0"', 'hits="1"')
    const result = await scenario.run(mergeJob({ nodePath, written: { 'coverage.xml': covered } }))
    expect(result.exitCode).toBe(0)
    expect(result.outputs.get('outcome')).toBe('pass')
  })
})

describe('what is compared', () => {
  test('the merge commit with its first parent, fetched when the checkout has only one commit', async () => {
    const result = await scenario.run(mergeJob({ checkout: { ref: 'refs/pull/7/merge', depth: 1 } }))
    expect(result.outputs.get('base-sha')).toBe(scenario.base)
    expect(result.outputs.get('patch-line-rate')).toBe('83.87')
  })

  test('the head with the merge base, which GitHub knows where the checkout does not', async () => {
    const result = await scenario.run(mergeJob({ checkout: { ref: scenario.head, depth: 1 } }))
    expect(result.outputs.get('patch-line-rate')).toBe('83.87')
    expect(result.outputs.get('base-sha')).not.toBe(scenario.base)
    expect(scenario.github.requests[0]?.operation).toBe('repos/compare-commits-with-basehead')
  })

  test('nothing, when another commit was checked out: inconclusive, and said', async () => {
    const result = await scenario.run(mergeJob({ checkout: { ref: 'refs/heads/main', depth: 2 } }))
    expect(result.outputs.get('outcome')).toBe('inconclusive')
    expect(result.exitCode).toBe(0)
  })

  test('a merge group with its base', async () => {
    const group = {
      name: 'merge_group',
      payload: {
        action: 'checks_requested',
        merge_group: {
          head_sha: scenario.merge,
          base_sha: scenario.base,
          base_ref: 'refs/heads/main',
          head_ref: `refs/heads/gh-readonly-queue/main/pr-7-${scenario.merge}`,
        },
        repository: { full_name: 'octo-org/example', default_branch: 'main' },
      },
    }
    const result = await scenario.run(mergeJob({ event: group, github: {} }))
    expect(result.exitCode).toBe(1)
    expect(result.outputs.get('base-sha')).toBe(scenario.base)
  })
})

describe('baselines', () => {
  const history = { history: 'dir:.testwarden/history' }

  test('the first run passes without one, and says so', async () => {
    const project = await createScenario({ project: CART })
    try {
      const written = { 'coverage/lcov.info': CART.reports.change }
      const job = { event: pullRequestEvent(project), github: { sha: project.merge }, written }
      const result = await project.run({ ...job, checkout: { ref: 'refs/pull/7/merge', depth: 2 }, with: history })
      expect(result.exitCode).toBe(0)
      expect(result.outputs.get('outcome')).toBe('warn')
      expect(result.summary).toMatch(/no baseline/i)
      expect(result.annotations.map(({ level }) => level)).not.toContain('error')
    } finally {
      await project.close()
    }
  })

  test('a push to the default branch appends one, and the next change is compared with it', async () => {
    const push = await scenario.run({
      event: pushEvent(scenario.base),
      checkout: { ref: 'refs/heads/main', depth: 1 },
      written: { 'coverage.xml': scenario.project.reports.base },
      with: history,
    })
    expect(push.exitCode).toBe(0)
    expect(push.summary).toContain('recorded as a baseline')
    const stored = filesBelow(join(push.workspace, '.testwarden/history'))
    expect(Object.keys(stored)).toHaveLength(1)

    // The cache of the default branch is restored into the pull request's workspace.
    const carried = Object.fromEntries(
      Object.entries(stored).map(([path, text]) => [`.testwarden/history/${path}`, text]),
    )
    const written = { 'coverage.xml': scenario.project.reports.change, ...carried }
    const pull = await scenario.run(mergeJob({ written, with: history }))
    expect(pull.summary).toMatch(
      /project coverage kept \| ⚠️ warn \| 136 of 145 lines .* \| drop at most 0\.1 points .* \| 110 of 114 lines/,
    )
    expect(pull.summary).toContain('the base itself')
    expect(Object.keys(filesBelow(join(pull.workspace, '.testwarden/history')))).toHaveLength(1)
  })

  test('of an ancestor behind the cut of the checkout is found by one fetch, and the page says how far it is', async () => {
    const push = await scenario.run({
      event: pushEvent(scenario.base),
      checkout: { ref: 'refs/heads/main' },
      written: { 'coverage.xml': scenario.project.reports.base },
      with: history,
    })
    let tip = scenario.base
    for (let index = 0; index < 7; index++)
      tip = scenario.remote.commit({ parents: [tip], files: { 'NEWS.md': `${index}\n` } })
    const merge = scenario.remote.openPull(7, { base: tip, head: scenario.head })
    const stored = filesBelow(join(push.workspace, '.testwarden/history'))
    const carried = Object.fromEntries(
      Object.entries(stored).map(([path, text]) => [`.testwarden/history/${path}`, text]),
    )
    const pull = (depth: Record<string, string>) =>
      scenario.run(
        mergeJob({
          event: pullRequestEvent({ head: scenario.head, base: tip }),
          github: { sha: merge },
          checkout: { ref: 'refs/pull/7/merge', depth: 1 },
          written: { 'coverage.xml': scenario.project.reports.change, ...carried },
          with: { ...history, drop: '50', ...depth },
        }),
      )
    const far = await pull({})
    expect(far.summary).toContain(`\`${scenario.base.slice(0, 10)}\`, 7 commits before the base`)
    expect(far.summary).toContain('| project coverage kept | ✅ pass |')
    const near = await pull({ 'baseline-depth': '1' })
    expect(near.summary).toContain('The input `baseline-depth: 1` is looser')
    expect(near.summary).toContain('| project coverage kept | ✅ pass |')
  })

  test('the same push run twice is one record, and a rerun is another', async () => {
    const workspace = join(scenario.folder('shared'), 'workspace')
    const push = (attempt: string) =>
      scenario.run({
        event: pushEvent(scenario.base),
        checkout: { ref: 'refs/heads/main' },
        workspace,
        written: { 'coverage.xml': scenario.project.reports.base },
        with: history,
        github: { run_attempt: attempt },
      })
    checkout(scenario.remote, { folder: workspace, ref: 'refs/heads/main' })
    await push('1')
    await push('2')
    expect(Object.keys(filesBelow(join(workspace, '.testwarden/history')))).toHaveLength(2)
  })

  test('two legs of a matrix keep records of their own, and each is compared with its own', async () => {
    const workspace = join(scenario.folder('shared'), 'workspace')
    checkout(scenario.remote, { folder: workspace, ref: 'refs/heads/main' })
    const reports = {
      '20': scenario.project.reports.base.replaceAll('hits="1"', 'hits="0"'),
      '24': scenario.project.reports.base,
    }
    for (const [node, report] of Object.entries(reports)) {
      const leg = { event: pushEvent(scenario.base), checkout: { ref: 'refs/heads/main' }, workspace, matrix: { node } }
      const result = await scenario.run({ ...leg, written: { 'coverage.xml': report }, with: history })
      expect(result.log.join('\n')).not.toContain('Warning:')
    }
    const stored = filesBelow(join(workspace, '.testwarden/history'))
    expect(Object.keys(stored)).toHaveLength(2)

    const carried = Object.fromEntries(
      Object.entries(stored).map(([path, text]) => [`.testwarden/history/${path}`, text]),
    )
    const written = { 'coverage.xml': scenario.project.reports.change, ...carried }
    const legs = ['20', '24'].map((node) =>
      scenario.run(mergeJob({ written, with: { ...history, drop: '0' }, matrix: { node } })),
    )
    const [kept, fell] = await Promise.all(legs)
    expect(kept?.summary).toContain('project coverage kept | ✅ pass')
    expect(fell?.summary).toContain('project coverage kept | ❌ fail')
  })

  test('a push to the merge queue is never recorded', async () => {
    const branch = `gh-readonly-queue/main/pr-7-${scenario.base}`
    scenario.remote.setRef(`refs/heads/${branch}`, scenario.base)
    const result = await scenario.run({
      event: pushEvent(scenario.base, branch),
      checkout: { ref: `refs/heads/${branch}` },
      written: { 'coverage.xml': scenario.project.reports.base },
      with: history,
    })
    expect(existsSync(join(result.workspace, '.testwarden/history'))).toBe(false)
  })

  test('a dry run writes nothing and says what it would have written', async () => {
    const result = await scenario.run({
      event: pushEvent(scenario.base),
      checkout: { ref: 'refs/heads/main' },
      written: { 'coverage.xml': scenario.project.reports.base },
      with: { ...history, 'dry-run': 'true' },
    })
    expect(existsSync(join(result.workspace, '.testwarden/history'))).toBe(false)
    expect(result.log.join('\n')).toContain('Dry run, not done: append the record of')
  })
})

describe('files and outputs', () => {
  test('the verdict file and the evidence file are valid and complete', async () => {
    const result = await scenario.run(mergeJob())
    const verdict = JSON.parse(readFileSync(result.outputs.get('verdict-path') ?? '', 'utf8'))
    expect(verdict).toMatchObject({ schema: 'testwarden.verdict/1', outcome: 'fail', exitCode: 1 })
    expect(verdict.gates[0].reasons[0]).toMatchObject({ actual: { numerator: 26, denominator: 31 }, limit: '90' })
    const evidence = JSON.parse(gunzipSync(readFileSync(result.outputs.get('evidence-path') ?? '')).toString('utf8'))
    expect(evidence).toMatchObject({ schema: 'testwarden.evidence/1', action: 'coverage-gate' })
  })

  test('the token is read-only and never printed, and nothing is written to GitHub', async () => {
    const result = await scenario.run(mergeJob())
    expect(scenario.github.requests.filter(({ method, status }) => method !== 'GET' && status !== 403)).toEqual([])
    expect(result.log.join('\n')).not.toContain('ghs_')
  })
})
